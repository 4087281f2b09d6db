import { runProgram } from '@sqlwright/child-process';
import type { FittedHyperparameters, Hyperparameters } from '@sqlwright/dataset-config';
import { pythonScript } from '@sqlwright/python-environment';
import { z } from 'zod';
import { batchOptions } from './batch-options.ts';
import type { FittedRun, LitgptRun } from './litgpt-run.ts';
import type { PreparedSamples } from './prepare-samples.ts';
import { trainingError } from './training-error.ts';
import { trainingVariables } from './training-variables.ts';
import { writeLitgptConfig } from './write-litgpt-config.ts';

const machineSchema = z.strictObject({
  precision: z.enum(['bf16-true', 'bf16-mixed', '32-true', '16-true']),
  /** Padding included. */
  tokensPerSecond: z.number().positive(),
});

/** litgpt divides by the steps after the warm-up, which has one at least. */
const fewestSteps = 2;

/** How a machine trains: the precision that suits it and its speed at that. */
export type Machine = z.infer<typeof machineSchema>;

/**
 * Settles what is left to the machine: the precision `auto`, and the steps that `maxMinutes` has time for. A run that leaves nothing
 * open is returned as it is, and nothing is measured.
 * @throws SqlwrightError training.*, disk.full, run.cancelled
 */
export async function fitToMachine(run: LitgptRun, prepared: PreparedSamples): Promise<FittedRun> {
  const { precision, maxMinutes } = run.hyperparameters;
  if (precision !== 'auto' && maxMinutes === null) return { ...run, hyperparameters: { ...run.hyperparameters, precision } };
  return { ...run, hyperparameters: fitHyperparameters(run.hyperparameters, prepared, await measureMachine(run, prepared)) };
}

/** The precision of the machine, and no more steps than it takes in `maxMinutes`. */
export function fitHyperparameters(hyperparameters: Hyperparameters, prepared: PreparedSamples, machine: Machine): FittedHyperparameters {
  const { maxMinutes, maxSteps } = hyperparameters;
  const fitted = { ...hyperparameters, precision: machine.precision };
  if (maxMinutes === null) return fitted;
  const tokensPerStep = (prepared.paddedTokens / prepared.batches) * batchOptions(hyperparameters).accumulation;
  const affordable = Math.max(fewestSteps, Math.floor((maxMinutes * 60 * machine.tokensPerSecond) / tokensPerStep));
  return { ...fitted, maxSteps: Math.min(affordable, maxSteps ?? affordable) };
}

/** Times some steps over batches of the samples' mean length. */
async function measureMachine(run: LitgptRun, prepared: PreparedSamples): Promise<Machine> {
  const { precision, microBatchSize } = run.hyperparameters;
  const config = await writeLitgptConfig({ ...run, hyperparameters: { ...run.hyperparameters, precision: precision === 'auto' ? '32-true' : precision } }, prepared);
  const length = Math.max(2, Math.round(prepared.paddedTokens / prepared.batches / microBatchSize));
  const labels = Math.max(1, Math.round(prepared.labelledTokens / prepared.samples));
  const record = await runProgram({
    command: run.environment.python,
    args: [pythonScript('probe_training.py'), run.baseModel.litgptFolder, '--config', config, '--length', String(length), '--labels', String(labels), ...(precision === 'auto' ? ['--choose-precision'] : [])],
    env: { ...run.environment.variables, ...(await trainingVariables()) },
    signal: run.signal,
  });
  if (record.exitCode !== 0) throw trainingError(record);
  return machineSchema.parse(JSON.parse(record.tail.at(-1) ?? ''));
}
