import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { runProgram } from '@sqlwright/child-process';
import { pythonScript } from './python-script.ts';

interface Requirements {
  readonly files: readonly string[];
  /** sha256 of all of the files and of the kind of machine. */
  readonly digest: string;
}

/** What is to be installed: the pinned packages, and those for quantized training where an NVIDIA GPU is. */
export async function readRequirements(signal: AbortSignal | undefined): Promise<Requirements> {
  const names = (await hasNvidiaGpu(signal)) ? ['requirements.txt', 'requirements-gpu.txt'] : ['requirements.txt'];
  const files = names.map(pythonScript);
  return { files, digest: await digestRequirements(files, []) };
}

/** sha256 of requirement files, of what else decides the result, and of the kind of machine. */
export async function digestRequirements(files: readonly string[], more: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update([`${process.platform} ${process.arch}\n`, ...more].join(''));
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex');
}

async function hasNvidiaGpu(signal: AbortSignal | undefined): Promise<boolean> {
  const record = await runProgram({ command: 'nvidia-smi', args: ['-L'], timeoutSeconds: 20, ...(signal === undefined ? {} : { signal }) });
  return record.exitCode === 0 && record.tail.some((line) => line.startsWith('GPU'));
}
