import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '@sqlwright/child-process';
import { SqlwrightError } from '@sqlwright/errors';
import { pythonScript } from '@sqlwright/python-environment';
import type { FittedRun } from './litgpt-run.ts';
import type { PreparedSamples } from './prepare-samples.ts';
import { trainingError } from './training-error.ts';
import { writeLitgptConfig } from './write-litgpt-config.ts';

/**
 * Calls `train` with a base checkpoint that also holds the adapter's LoRA weights, so that litgpt goes on from them, and removes it afterwards.
 * @throws SqlwrightError training.wrong-adapter where the adapter does not fit the run; what `train` throws
 */
export async function startFromAdapter<T>(run: FittedRun, adapter: string, prepared: PreparedSamples, train: (run: FittedRun) => Promise<T>): Promise<T> {
  const config = await writeLitgptConfig(run, prepared);
  // litgpt decides by the folder's name how a text begins.
  const litgptFolder = path.join(run.folder, 'initial', run.baseModel.name);
  const record = await runProgram({
    command: run.environment.python,
    args: [pythonScript('initial_adapter.py'), run.baseModel.litgptFolder, adapter, litgptFolder, '--config', config],
    env: run.environment.variables,
    signal: run.signal,
  });
  if (record.exitCode !== 0) throw adapterError(record.tail, adapter) ?? trainingError(record);
  try {
    return await train({ ...run, baseModel: { ...run.baseModel, litgptFolder } });
  } finally {
    await rm(path.dirname(litgptFolder), { recursive: true, force: true });
  }
}

function adapterError(tail: readonly string[], adapter: string): SqlwrightError | undefined {
  const reason = tail.findLast((line) => line.startsWith('error: '))?.slice('error: '.length);
  if (reason === undefined) return undefined;
  return new SqlwrightError('training.wrong-adapter', `Training cannot go on from ${adapter}: ${reason}.`, {
    hint: 'Name an adapter of the same base model in train.initialAdapter, or leave it out and train from the base.',
  });
}
