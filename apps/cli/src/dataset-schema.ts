import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { generateSeed, openPglite, openPostgres, type Database } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { compareSchemas, parseDdl, renderDdl, type DatabaseSchema } from '@sqlwright/schema';
import type { Workspace } from './workspace.ts';

/**
 * Parses the DDL file of a dataset.
 * @throws SqlwrightError config.missing, ddl.*
 */
export async function readDatasetSchema(workspace: Workspace): Promise<DatabaseSchema> {
  const file = path.join(workspace.datasetFolder, workspace.config.schema.ddl);
  const ddl = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SqlwrightError('config.missing', `The DDL file ${file} cannot be read.`, { cause, hint: 'Name the file in the key schema.ddl of dataset.config.json.' });
  });
  return parseDdl(ddl);
}

/** Opens the database with made-up rows: PGlite, the same rows at every call. */
export async function openSeededDatabase(workspace: Workspace, schema: DatabaseSchema): Promise<Database> {
  const database = await openPglite();
  await database.execute(renderDdl(schema));
  await database.execute(generateSeed(schema, workspace.config.schema.seed));
  return database;
}

/**
 * Opens the database that questions are asked of: the live one at the URL, else the seeded one.
 * @throws SqlwrightError database.unavailable, schema.mismatch where the live database lacks what the dataset's schema names
 */
export async function openAskedDatabase(workspace: Workspace, schema: DatabaseSchema, url: string | undefined): Promise<Database> {
  if (url === undefined) return openSeededDatabase(workspace, schema);
  const database = await openPostgres(url);
  const differences = compareSchemas(schema, await database.introspect());
  if (differences.length === 0) return database;
  await database.close();
  throw new SqlwrightError('schema.mismatch', `The database is not the one that the model was made for:\n${differences.map((line) => `  ${line}`).join('\n')}`, {
    hint: 'Update schema.sql of the dataset (npx nx g @sqlwright/pipeline:dataset with --url makes a new one) and run the stages again.',
  });
}
