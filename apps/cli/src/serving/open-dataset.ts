import type { Database, ValueDomains } from '@sqlwright/database';
import type { DatabaseSchema } from '@sqlwright/schema';
import { answerSettings, withoutDenied, type AnswerSettings } from '../answer-settings.ts';
import { openAskedDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { readDomains } from '../read-domains.ts';
import { databaseUrlOf, openWorkspace, type Workspace } from '../workspace.ts';

/** A dataset whose database is open, before any model is loaded. */
export interface OpenDataset {
  readonly workspace: Workspace;
  readonly schema: DatabaseSchema;
  readonly database: Database;
  readonly domains: ValueDomains;
  readonly settings: AnswerSettings;
}

/** A dataset whose database is being opened, in a thread or a server of its own. */
export interface OpeningDataset {
  readonly workspace: Workspace;
  readonly opened: Promise<OpenDataset>;
}

/**
 * Begins to open datasets, so that other things can be loaded meanwhile.
 * @throws SqlwrightError config.*; what fails later is told by `opened`
 */
export async function beginDatasets(names: readonly string[], databaseUrl: string | undefined): Promise<OpeningDataset[]> {
  const workspaces = await Promise.all(names.map(openWorkspace));
  return workspaces.map((workspace) => {
    const opened = openDataset(workspace, databaseUrl);
    // It may fail before anybody waits for it.
    opened.catch(() => undefined);
    return { workspace, opened };
  });
}

/**
 * Opens the database of a dataset and reads the values that it holds.
 * @throws SqlwrightError config.*, ddl.*, database.unavailable, schema.mismatch
 */
export async function openDataset(workspace: Workspace, databaseUrl: string | undefined): Promise<OpenDataset> {
  const schema = await readDatasetSchema(workspace);
  const { database, held } = await openAskedDatabase(workspace, schema, databaseUrl ?? databaseUrlOf(workspace));
  try {
    const settings = answerSettings(workspace, schema, held);
    const domains = workspace.config.answer.groundValues ? await readDomains(workspace, database, withoutDenied(schema, settings.denied)) : {};
    return { workspace, schema, database, domains, settings };
  } catch (error) {
    await database.close();
    throw error;
  }
}
