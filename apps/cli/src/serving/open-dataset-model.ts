import path from 'node:path';
import { openGenerator, type OpenGenerator, type OpenModel } from '../open-generator.ts';
import type { OpenDataset } from './open-dataset.ts';
import { resolveServedModel } from './resolve-served-model.ts';

/** A loaded model over an open dataset. Close the model when done. */
export interface DatasetModel extends OpenGenerator {
  /** The model with the folder that its file lies in: the version of a promoted one, the stage that made it, `released`. */
  readonly name: string;
}

export interface DatasetModelOptions {
  /** A file that is asked in place of the dataset's own model. */
  readonly model?: string | undefined;
  readonly openModel?: OpenModel | undefined;
  readonly signal: AbortSignal;
  readonly note: (line: string) => void;
}

/**
 * Loads the model that answers questions over a dataset, whatever asks them.
 * @throws SqlwrightError artifact.*, model.*, schema.mismatch
 */
export async function openDatasetModel({ workspace, schema, domains }: OpenDataset, { model: given, openModel, signal, note }: DatasetModelOptions): Promise<DatasetModel> {
  const files = await resolveServedModel({ workspace, signal, note }, given);
  const opened = await openGenerator(files, schema, domains, workspace.config.answer.maxTokens, openModel);
  return { ...opened, name: `${opened.model.name} ${path.basename(path.dirname(files.made))}` };
}
