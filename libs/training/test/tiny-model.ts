import path from 'node:path';
import type { BaseModel } from '@sqlwright/base-model';
import { runProgram } from '@sqlwright/child-process';
import { ensurePythonEnvironment, type PythonEnvironment } from '@sqlwright/python-environment';

const workspace = path.resolve(import.meta.dirname, '../../..');

export async function openEnvironment(): Promise<PythonEnvironment> {
  return ensurePythonEnvironment({ cacheFolder: path.join(workspace, '.cache') });
}

/** A checkpoint of the named architecture that is trained in seconds. */
export async function makeTinyModel(environment: PythonEnvironment, folder: string, name: string): Promise<BaseModel> {
  const script = path.join(import.meta.dirname, 'random_checkpoint.py');
  const record = await runProgram({ command: environment.python, args: [script, folder, name], env: environment.variables });
  if (record.exitCode !== 0) throw new Error(record.tail.join('\n'));
  return { name, digest: '0'.repeat(64), litgptFolder: folder, huggingFaceFolder: folder, gguf: undefined };
}
