import type { Database } from '@sqlwright/database';
import { createAnswerer, normalizeQuestion, type Answerer } from '@sqlwright/sql-qa';
import { answerSettings, openWriter, readConfirmed, withoutDenied } from '../answer-settings.ts';
import { openAskedDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { openGenerator, type OpenGenerator, type OpenModel } from '../open-generator.ts';
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
  readonly cacheFolder: string;
  readonly locale: string;
  close(): Promise<void>;
}

/** Opens the database, checks that it is the model's, and loads the model. */
export async function openAnswerer(options: AnswerOptions, signal: AbortSignal, note: (line: string) => void, openModel?: OpenModel): Promise<OpenAnswerer> {
  const workspace = await openWorkspace(options.dataset);
  const settings = workspace.config.answer;
  const schema = await readDatasetSchema(workspace);
  const database = await openAskedDatabase(workspace, schema, options.databaseUrl ?? databaseUrlOf(workspace));
  try {
    const decided = await answerSettings(workspace, schema, database);
    const domains = settings.groundValues ? await database.readDomains(withoutDenied(schema, decided.denied)) : {};
    const files = await resolveModel({ workspace, signal, note }, settings.model, options.model);
    const open = await openGenerator(files, schema, domains, settings.maxTokens, openModel);
    const writer = await openWriter(workspace);
    const confirmed = await readConfirmed(workspace);
    const answerer = createAnswerer({
      ...decided,
      generator: open.generator,
      database,
      domains,
      minConfidence: settings.minConfidence,
      confirmedSql: (question) => confirmed.get(normalizeQuestion(question)),
      ...(writer === undefined ? {} : { writer }),
    });
    return { ...open, answerer, database, cacheFolder: workspace.cacheFolder, locale: settings.locale, close: async () => void (await Promise.all([open.model.close(), writer?.close(), database.close()])) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
