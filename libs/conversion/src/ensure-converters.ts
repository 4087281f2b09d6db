import { access, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { digestFile } from '@sqlwright/artifacts';
import { locateSourceBundle } from './node-llama-cpp.ts';
import { runStep } from './run-step.ts';

/** All that the converters need out of llama.cpp's source. */
const neededPaths = ['convert_hf_to_gguf.py', 'convert_lora_to_gguf.py', 'conversion', 'gguf-py', 'LICENSE'];

/**
 * The folder with llama.cpp's converters, of the very release that node-llama-cpp runs models with; taken from its git bundle once and
 * kept in `<cacheFolder>/llama.cpp/<digest of the bundle>`.
 * @throws SqlwrightError child.failed, disk.full, run.cancelled
 */
export async function ensureConverters(cacheFolder: string, signal: AbortSignal): Promise<string> {
  const bundle = locateSourceBundle();
  const folder = path.resolve(cacheFolder, 'llama.cpp', await digestFile(bundle));
  if (await exists(folder)) return folder;
  const draft = `${folder}.draft-${process.pid}`;
  await mkdir(path.dirname(folder), { recursive: true });
  try {
    await checkOut(bundle, draft, signal);
    await moveInto(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

async function checkOut(bundle: string, draft: string, signal: AbortSignal): Promise<void> {
  const step = {
    what: 'Taking the converters out of node-llama-cpp',
    folder: path.dirname(draft),
    code: 'child.failed',
    hint: 'git must be installed; where the bundle is damaged, npm ci brings a new one.',
  } as const;
  await runStep({ command: 'git', args: ['clone', '--quiet', '--no-checkout', bundle, draft], signal }, step);
  await runStep({ command: 'git', args: ['-C', draft, 'checkout', '--quiet', 'HEAD', '--', ...neededPaths], signal }, step);
  await rm(path.join(draft, '.git'), { recursive: true, force: true });
}

/** Another process may have put the same folder there meanwhile. */
async function moveInto(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (thrown) {
    if (!(await exists(folder))) throw thrown;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(() => true, () => false);
}
