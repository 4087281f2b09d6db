import path from 'node:path';
import type { ModelSource } from '@sqlwright/dataset-config';
import { ensurePackagedModel } from '@sqlwright/python-environment';
import type { WorkspaceFolders } from './workspace.ts';

/** Where models are looked for, and how to tell of a download. */
export interface BaseFinder {
  readonly workspace: WorkspaceFolders;
  readonly signal: AbortSignal;
  readonly note: (line: string) => void;
}

/** The base model that adapters are made for unless the dataset names another one. @throws SqlwrightError as `ensurePackagedModel` */
export function packagedBase({ workspace, signal, note }: BaseFinder): Promise<string> {
  return ensurePackagedModel({ cacheFolder: workspace.cacheFolder, signal, progress: note });
}

/** The GGUF of a base model before training; undefined where it is none. @throws SqlwrightError as `packagedBase` */
export async function baseGguf(finder: BaseFinder, source: ModelSource): Promise<string | undefined> {
  if (source.source === 'packaged') return packagedBase(finder);
  return source.source === 'local' && source.path.endsWith('.gguf') ? path.resolve(finder.workspace.root, source.path) : undefined;
}
