import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { ModelSource } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import { ensurePackagedModel } from '@sqlwright/python-environment';
import type { BaseModelOptions } from './base-model.ts';
import { digestFile, digestModelFolder, digestText } from './digest-source.ts';
import { downloadModel } from './download-model.ts';
import { linkFolder } from './link-folder.ts';
import { writeFromGguf } from './write-from-gguf.ts';

/** A source that was found: what it is, and how it becomes a Hugging Face folder. */
export interface OpenSource {
  readonly name: string;
  readonly digest: string;
  readonly gguf: string | undefined;
  write(folder: string): Promise<void>;
}

/** @throws SqlwrightError model.invalid for a local path that holds no model */
export async function openSource(source: ModelSource, options: BaseModelOptions): Promise<OpenSource> {
  switch (source.source) {
    case 'packaged':
      return openGguf(await ensurePackagedModel(options), 'SmolLM2-135M-Instruct', options);
    case 'local':
      return openLocal(path.resolve(options.workspaceFolder ?? '.', source.path), source.modelName, options);
    case 'download': {
      const name = path.posix.basename(source.repository);
      const write = (folder: string): Promise<void> => downloadModel(source, folder, options);
      return { name, digest: digestText(`download ${source.repository}`), gguf: undefined, write };
    }
  }
}

async function openGguf(file: string, name: string, options: BaseModelOptions): Promise<OpenSource> {
  return { name, digest: await digestFile(file), gguf: file, write: (folder) => writeFromGguf(file, folder, options) };
}

async function openLocal(place: string, name: string, options: BaseModelOptions): Promise<OpenSource> {
  const found = await stat(place).catch(() => undefined);
  if (found?.isFile() === true && place.endsWith('.gguf')) return openGguf(place, name, options);
  if (found?.isDirectory() === true && (await stat(path.join(place, 'config.json')).catch(() => undefined)) !== undefined) {
    return { name, digest: await digestModelFolder(place), gguf: undefined, write: (folder) => linkFolder(place, folder) };
  }
  throw new SqlwrightError('model.invalid', `${place} is neither a GGUF file nor a Hugging Face folder with a config.json.`, { hint: 'Mend train.model.path in the dataset configuration.' });
}
