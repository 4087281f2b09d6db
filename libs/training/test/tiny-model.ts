import path from 'node:path';
import type { BaseModel } from '@sqlwright/base-model';
import { runProgram } from '@sqlwright/child-process';
import { ensurePythonEnvironment, type PythonEnvironment } from '@sqlwright/python-environment';

const workspace = path.resolve(import.meta.dirname, '../../..');

export async function openEnvironment(): Promise<PythonEnvironment> {
  return ensurePythonEnvironment({ cacheFolder: path.join(workspace, '.cache') });
}

/** Checkpoints of the named architectures, each in a folder of its name, that are trained in seconds. */
export async function makeTinyModels(environment: PythonEnvironment, folder: string, ...names: string[]): Promise<void> {
  const script = path.join(import.meta.dirname, 'random_checkpoint.py');
  const record = await runProgram({ command: environment.python, args: [script, ...names.map((name) => path.join(folder, name))], env: environment.variables });
  if (record.exitCode !== 0) throw new Error(record.tail.join('\n'));
}

/** A checkpoint in a folder that bears the name of its architecture, as a base model. */
export function tinyModel(folder: string): BaseModel {
  return { name: path.basename(folder), digest: '0'.repeat(64), litgptFolder: folder, huggingFaceFolder: folder, gguf: undefined };
}
