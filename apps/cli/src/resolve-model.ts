import { existsSync } from 'node:fs';
import path from 'node:path';
import { readStage } from '@sqlwright/artifacts';
import { readGgufMetadata } from '@sqlwright/conversion';
import { modelSourceSchema, type DatasetConfig } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import { baseGguf, packagedBase, type BaseFinder } from './base-gguf.ts';
import type { Workspace } from './workspace.ts';

export type ModelForm = DatasetConfig['answer']['model'];

/** The files of a model that answers: a whole model, or a base and an adapter for it. */
export interface ModelFiles {
  readonly file: string;
  readonly adapter?: string;
  /** The file that was made for the dataset: its metadata tells contract and schema. */
  readonly made: string;
}

/** Where the models of a dataset are looked for. */
export interface ModelFinder extends BaseFinder {
  readonly workspace: Workspace;
}

/**
 * Finds the newest model that was made for a dataset: the wished form among the artifacts, else the released adapter.
 * @throws SqlwrightError artifact.missing where the dataset has no model yet
 */
export async function resolveModel(finder: ModelFinder, wish: ModelForm): Promise<ModelFiles> {
  const { workspace } = finder;
  const built = builtFile(workspace, wish);
  if (existsSync(built)) return wish === 'adapter' ? { file: await trainedBase(finder), adapter: built, made: built } : { file: built, made: built };
  const released = releasedFile(workspace);
  if (existsSync(released)) return withPackagedBase(finder, released);
  throw new SqlwrightError('artifact.missing', `The dataset "${workspace.dataset}" has no model yet.`, { hint: `Make one: npx nx run ${workspace.dataset}:evaluate` });
}

/** The adapter that is committed with the dataset, where there is one. */
export function releasedFile(workspace: Workspace): string {
  return path.join(workspace.datasetFolder, 'released', 'adapter.gguf');
}

/** Where the stages leave a form of the dataset's model. */
export function builtFile(workspace: Workspace, form: ModelForm): string {
  if (form === 'adapter') return path.join(workspace.stageFolder('convert'), 'adapter.gguf');
  if (form === 'f16') return path.join(workspace.stageFolder('convert'), 'merged-f16.gguf');
  return path.join(workspace.stageFolder('quantize'), `${form}.gguf`);
}

/** A file by its path: a whole model, or an adapter for the packaged base. @throws SqlwrightError model.invalid */
export async function openModelFile(finder: BaseFinder, file: string): Promise<ModelFiles> {
  const metadata = await readGgufMetadata(file);
  return metadata['general.type'] === 'adapter' ? withPackagedBase(finder, file) : { file, made: file };
}

async function withPackagedBase(finder: BaseFinder, adapter: string): Promise<ModelFiles> {
  return { file: await packagedBase(finder), adapter, made: adapter };
}

/** The untouched GGUF that the adapter was trained on. */
async function trainedBase(finder: ModelFinder): Promise<string> {
  const train = await readStage('train', finder.workspace.stageFolder('train'));
  const base = await baseGguf(finder, modelSourceSchema.parse(train.manifest.details['modelSource']));
  if (base !== undefined) return base;
  throw new SqlwrightError('artifact.missing', 'The base of this adapter is no GGUF file.', { hint: 'Set answer.model and evaluate.model to a merged form such as Q8_0.' });
}
