import type { Database, ValueDomains } from '@sqlwright/database';
import type { DatabaseSchema } from '@sqlwright/schema';
import { openAskedDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { databaseUrlOf, openWorkspace, type Workspace } from '../workspace.ts';

/** A dataset whose database is open, before any model is loaded. */
export interface OpenDataset {
  readonly workspace: Workspace;
  readonly schema: DatabaseSchema;
  readonly database: Database;
  readonly domains: ValueDomains;
}

/**
 * Opens the database of a dataset and reads the values that it holds.
 * @throws SqlwrightError config.*, ddl.*, database.unavailable, schema.mismatch
 */
export async function openDataset(name: string, databaseUrl: string | undefined): Promise<OpenDataset> {
  const workspace = await openWorkspace(name);
  const schema = await readDatasetSchema(workspace);
  const database = await openAskedDatabase(workspace, schema, databaseUrl ?? databaseUrlOf(workspace));
  try {
    const domains = workspace.config.answer.groundValues ? await database.readDomains(schema) : {};
    return { workspace, schema, database, domains };
  } catch (error) {
    await database.close();
    throw error;
  }
}
