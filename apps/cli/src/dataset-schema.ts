import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { openPglite, openPostgres, renderSeededDatabase, snapshotVersion, type Database } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { compareSchemas, parseDdl, type DatabaseSchema } from '@sqlwright/schema';
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

/** Opens the database with made-up rows: PGlite, the same rows at every call. It is made once and kept among what may be thrown away. */
export async function openSeededDatabase(workspace: Workspace, schema: DatabaseSchema): Promise<Database> {
  const statements = renderSeededDatabase(schema, workspace.config.schema.seed);
  const digest = createHash('sha256').update(JSON.stringify([snapshotVersion(), statements])).digest('hex');
  const file = path.join(workspace.cacheFolder, 'databases', `${workspace.dataset}-${digest.slice(0, 16)}.tar`);
  return (await openKeptDatabase(file)) ?? (await makeSeededDatabase(statements, file));
}

async function openKeptDatabase(file: string): Promise<Database | undefined> {
  if (!existsSync(file)) return undefined;
  const database = await openPglite({ snapshot: file });
  try {
    await database.read('SELECT 1', { maxRows: 1, seconds: 60 });
    return database;
  } catch {
    await database.close();
    return undefined;
  }
}

async function makeSeededDatabase(statements: readonly string[], file: string): Promise<Database> {
  const database = await openPglite();
  for (const statement of statements) await database.execute(statement);
  const draft = `${file}.draft-${process.pid}`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await database.save(draft);
    await rename(draft, file);
    await removeOlder(file);
  } catch {
    // A full disk only makes the next start slower.
    await rm(draft, { force: true });
  }
  return database;
}

/** Databases of earlier schemas and seeds are of no use. */
async function removeOlder(file: string): Promise<void> {
  const folder = path.dirname(file);
  const dataset = path.basename(file).replace(/-[0-9a-f]{16}\.tar$/, '');
  const others = (await readdir(folder)).filter((name) => name.replace(/-[0-9a-f]{16}\.tar$/, '') === dataset && name !== path.basename(file));
  await Promise.all(others.map((name) => rm(path.join(folder, name), { force: true })));
}

/** A database that questions are asked of. */
export interface AskedDatabase {
  readonly database: Database;
  /** All that it holds, which may be more than the dataset's schema names. */
  readonly held: DatabaseSchema;
}

/**
 * Opens the database that questions are asked of: the live one at the URL, else the seeded one.
 * @throws SqlwrightError database.unavailable, schema.mismatch where the live database lacks what the dataset's schema names
 */
export async function openAskedDatabase(workspace: Workspace, schema: DatabaseSchema, url: string | undefined): Promise<AskedDatabase> {
  if (url === undefined) return { database: await openSeededDatabase(workspace, schema), held: schema };
  const database = await openPostgres(url);
  try {
    const held = await database.introspect();
    requireSchema(schema, held);
    return { database, held };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function requireSchema(schema: DatabaseSchema, held: DatabaseSchema): void {
  const differences = compareSchemas(schema, held);
  if (differences.length === 0) return;
  throw new SqlwrightError('schema.mismatch', `The database is not the one that the model was made for:\n${differences.map((line) => `  ${line}`).join('\n')}`, {
    hint: 'Update schema.sql of the dataset (npx nx g @sqlwright/pipeline:dataset with --url makes a new one) and run the stages again.',
  });
}
