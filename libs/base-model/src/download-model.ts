import { access, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { runProgram, type ProgramRecord } from '@sqlwright/child-process';
import type { ModelSource } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import type { BaseModelOptions } from './base-model.ts';
import { converterError } from './run-converter.ts';

type Download = Extract<ModelSource, { source: 'download' }>;

/**
 * Runs `litgpt download` into a folder. The token goes from the named variable of the environment to litgpt's environment and nowhere else.
 * @throws SqlwrightError provider.refused-key, provider.unavailable, model.invalid, disk.full, run.cancelled
 */
export async function downloadModel(source: Download, folder: string, options: BaseModelOptions): Promise<void> {
  const token = options.environmentVariables[source.tokenVariable];
  const hide = (line: string): string => (token === undefined || token === '' ? line : line.replaceAll(token, '***'));
  const record = await runProgram({
    command: options.environment.litgpt,
    args: ['download', source.repository, '--checkpoint_dir', folder],
    env: { ...options.environment.variables, HF_HUB_OFFLINE: undefined, TRANSFORMERS_OFFLINE: undefined, HF_TOKEN: token },
    onLine: (line) => options.progress?.(hide(line)),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  if (record.exitCode !== 0) throw downloadError(source, record, hide);
  await unnest(source, folder, record);
}

function downloadError(source: Download, record: ProgramRecord, hide: (line: string) => string): SqlwrightError {
  const tail = hide(record.startError ?? record.tail.slice(-12).join('\n'));
  const what = `Downloading ${source.repository}`;
  if (/requires authentication|gated repo|401 Client Error|403 Client Error/i.test(tail)) {
    return converterError(tail, { what, code: 'provider.refused-key', hint: `Ask for access on the model's page and put a token into the variable ${source.tokenVariable}.` });
  }
  if (/not found/i.test(tail)) return converterError(tail, { what, code: 'model.invalid', hint: 'Check train.model.repository in the dataset configuration.' });
  return converterError(tail, { what, code: 'provider.unavailable', hint: 'Check the network and run the same command again; or take a local model (train.model.source "local").' });
}

/** litgpt puts the files into ORG/NAME below the folder; for a name that it does not know it ends well without a file. */
async function unnest(source: Download, folder: string, record: ProgramRecord): Promise<void> {
  const nested = path.join(folder, ...source.repository.split('/'));
  await access(path.join(nested, 'lit_model.pth')).catch((cause: unknown) => {
    throw new SqlwrightError('model.invalid', `litgpt made no checkpoint of ${source.repository}:\n${record.tail.slice(-6).join('\n')}`, { cause, hint: 'Choose one of the models that "litgpt download list" names.' });
  });
  for (const name of await readdir(nested)) await rename(path.join(nested, name), path.join(folder, name));
  await rm(path.join(folder, source.repository.split('/')[0] ?? ''), { recursive: true });
}
