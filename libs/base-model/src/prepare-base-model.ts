import { createHash } from 'node:crypto';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ModelSource } from '@sqlwright/dataset-config';
import type { BaseModel, BaseModelOptions } from './base-model.ts';
import { convertToLitgpt } from './convert-to-litgpt.ts';
import { openSource } from './open-source.ts';

/** Raised whenever the conversion writes something else for the same source. */
const formatVersion = '2';

/**
 * Turns a model source into a checkpoint in `<cacheFolder>/models/<digest>/<name>`, or finds it there. It is made in a draft folder that is
 * renamed at the end: an interrupted conversion leaves nothing that counts as a model.
 *
 * The last folder bears litgpt's name of the model, for litgpt tells by it whether a prompt keeps its first token: under another name it
 * takes the `<|im_start|>` of a SmolLM2 prompt away.
 * @throws SqlwrightError model.invalid, child.failed, provider.refused-key, provider.unavailable, disk.full, run.cancelled
 */
export async function prepareBaseModel(source: ModelSource, options: BaseModelOptions): Promise<BaseModel> {
  const opened = await openSource(source, options);
  const key = createHash('sha256').update([formatVersion, opened.digest, opened.name, options.environment.digest].join('\n')).digest('hex');
  const folder = path.join(path.resolve(options.cacheFolder), 'models', key);
  const checkpoint = path.join(folder, opened.name);
  if (!(await isThere(checkpoint))) {
    await writeFolder(folder, async (draft) => {
      const draftCheckpoint = path.join(draft, opened.name);
      await mkdir(draftCheckpoint);
      await opened.write(draftCheckpoint);
      if (!(await isThere(path.join(draftCheckpoint, 'lit_model.pth')))) await convertToLitgpt(draftCheckpoint, opened.name, options);
    });
  }
  return { name: opened.name, digest: opened.digest, litgptFolder: checkpoint, huggingFaceFolder: checkpoint, gguf: opened.gguf };
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(() => true, () => false);
}

/** Where two processes make the same model, the first to end keeps its work. */
async function writeFolder(folder: string, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${folder}.draft-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await write(draft);
    await rename(draft, folder).catch(async (thrown: unknown) => {
      if (!(await isThere(folder))) throw thrown;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
