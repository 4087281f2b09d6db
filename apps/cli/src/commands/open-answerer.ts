import type { Database } from '@sqlwright/database';
import { createAnswerer, type Answerer } from '@sqlwright/sql-qa';
import { openAskedDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { openGenerator, type OpenGenerator } from '../open-generator.ts';
import { resolveModel } from '../resolve-model.ts';
import { databaseUrlOf, openWorkspace } from '../workspace.ts';

/** Options that `ask`, `serve` and `predict` share. */
export interface AnswerOptions {
  readonly dataset: string;
  readonly databaseUrl?: string;
  readonly model?: string;
}

/** All that answers questions, opened; `close` frees it. */
export interface OpenAnswerer extends OpenGenerator {
  readonly answerer: Answerer;
  readonly database: Database;
  close(): Promise<void>;
}

/** Opens the database, checks that it is the model's, and loads the model. */
export async function openAnswerer(options: AnswerOptions, signal: AbortSignal, note: (line: string) => void): Promise<OpenAnswerer> {
  const workspace = await openWorkspace(options.dataset);
  const settings = workspace.config.answer;
  const schema = await readDatasetSchema(workspace);
  const database = await openAskedDatabase(workspace, schema, options.databaseUrl ?? databaseUrlOf(workspace));
  try {
    const domains = settings.groundValues ? await database.readDomains(schema) : {};
    const files = await resolveModel({ workspace, signal, note }, settings.model, options.model);
    const open = await openGenerator(files, schema, domains, settings.maxTokens);
    const limits = { maxRows: settings.maxRows, seconds: settings.statementSeconds };
    const answerer = createAnswerer({ generator: open.generator, database, schema, refusal: settings.refusal, limits });
    return { ...open, answerer, database, close: async () => void (await Promise.all([open.model.close(), database.close()])) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
