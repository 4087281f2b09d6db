import type { LanguageModel } from '@sqlwright/language-model';
import type { ServedModel } from '@sqlwright/server';
import { createAnswerer } from '@sqlwright/sql-qa';
import type { OpenDataset } from './open-dataset.ts';
import { openDatasetModel, type DatasetModelOptions } from './open-dataset-model.ts';

export interface DatasetAnswererOptions extends DatasetModelOptions {
  /** The statement that a person confirmed for a question. */
  readonly confirmedSql: (question: string) => string | undefined;
  /** Probability of the whole reply, 0 to 1, below which an answer is refused. */
  readonly minConfidence: number;
  /** Writes the sentences, where one is configured; whoever opened it closes it. */
  readonly writer: LanguageModel | undefined;
}

/**
 * Loads the model of an open dataset and answers with it. Closing frees the model, not the database.
 * @throws SqlwrightError as `openDatasetModel`
 */
export async function openDatasetAnswerer(dataset: OpenDataset, options: DatasetAnswererOptions): Promise<ServedModel> {
  const { name, generator, model } = await openDatasetModel(dataset, options);
  const { settings, database, domains } = dataset;
  const { confirmedSql, minConfidence, writer } = options;
  const answerer = createAnswerer({ ...settings, generator, database, domains, confirmedSql, minConfidence, ...(writer === undefined ? {} : { writer }) });
  return { name, answerer, close: () => model.close() };
}
