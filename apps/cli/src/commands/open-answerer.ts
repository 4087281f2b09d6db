import type { Answerer } from '@sqlwright/sql-qa';
import { readConfirmed } from '@sqlwright/server/feedback';
import { openWriter } from '../answer-settings.ts';
import { openDataset } from '../serving/open-dataset.ts';
import type { OpenModel } from '../open-generator.ts';
import { openDatasetAnswerer } from '../serving/open-dataset-answerer.ts';
import { feedbackFile, openWorkspace } from '../workspace.ts';

/** Options that `ask` and `predict` share. */
export interface AnswerOptions {
  readonly dataset: string;
  readonly databaseUrl?: string;
  readonly model?: string;
}

export interface OpeningOptions {
  readonly openModel?: OpenModel;
  /** Whether answers get the sentence of the configured writer; default true. Only their statements are wanted where it is false. */
  readonly writes?: boolean;
}

/** All that answers questions, opened; `close` frees it. */
export interface OpenAnswerer {
  readonly answerer: Answerer;
  /** Which model answers. */
  readonly model: string;
  readonly cacheFolder: string;
  readonly locale: string;
  close(): Promise<void>;
}

/** Opens the database, checks that it is the model's, and loads the model. @throws SqlwrightError as `openDataset` and `openDatasetAnswerer` */
export async function openAnswerer({ dataset, databaseUrl, model }: AnswerOptions, signal: AbortSignal, note: (line: string) => void, { openModel, writes = true }: OpeningOptions = {}): Promise<OpenAnswerer> {
  const workspace = await openWorkspace(dataset);
  const opened = await openDataset(workspace, databaseUrl);
  const parts: { close(): Promise<void> }[] = [opened.database];
  const close = async (): Promise<void> => void (await Promise.all(parts.map((part) => part.close())));
  try {
    const writer = writes ? await openWriter(workspace) : undefined;
    if (writer !== undefined) parts.push(writer);
    const { sqlOf: confirmedSql } = await readConfirmed(feedbackFile(workspace));
    const { minConfidence, locale } = workspace.config.answer;
    const served = await openDatasetAnswerer(opened, { model, openModel, signal, note, confirmedSql, minConfidence, writer });
    parts.push(served);
    return { answerer: served.answerer, model: served.name, cacheFolder: workspace.cacheFolder, locale, close };
  } catch (error) {
    await close();
    throw error;
  }
}
