import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { silentProgress, type Progress } from '@sqlwright/artifacts';
import type { BaseModel } from '@sqlwright/base-model';
import type { Hyperparameters } from '@sqlwright/dataset-config';
import type { PythonEnvironment } from '@sqlwright/python-environment';
import { benchmarkSamples } from './benchmark-samples.ts';
import { fitToMachine } from './fit-to-machine.ts';
import { timeInTurns, type TimedBatch } from './benchmark-turns.ts';
import type { LitgptRun } from './litgpt-run.ts';
import { paddingShare, prepareSamples } from './prepare-samples.ts';

export interface BenchmarkInput {
  readonly baseModel: BaseModel;
  readonly environment: PythonEnvironment;
  readonly hyperparameters: Hyperparameters;
  /** A folder for this run's files is made in here and removed again. */
  readonly cacheFolder: string;
  /** Micro-batches that are timed. */
  readonly iterations?: number;
  readonly signal: AbortSignal;
  readonly progress?: Progress;
}

export interface TrainingBenchmark {
  /** Real tokens, padding not counted, a second of litgpt's training loop as `train` runs it. */
  readonly tokensPerSecond: number;
  /** The same batches, model, LoRA and optimizer in a bare PyTorch loop. */
  readonly bareTokensPerSecond: number;
  readonly ratio: number;
  /** Share of padding, 0 to 1. */
  readonly padding: number;
}

/** First batches that do not count, nor does the last: memory and kernels are set up then. */
const warmUp = 2;

/**
 * Trains for a moment with litgpt and with a bare loop over the same batches of made-up samples as long as real ones, a batch of one and then
 * the same batch of the other, so that what else the machine does disturbs both alike. Needs `groupByLength` and no `quantize`.
 * @throws SqlwrightError training.*, disk.full, run.cancelled
 */
export async function benchmarkTraining(input: BenchmarkInput): Promise<TrainingBenchmark> {
  const { iterations = 24, progress = silentProgress } = input;
  const hyperparameters = shorten(input.hyperparameters, warmUp + iterations + 1);
  await mkdir(input.cacheFolder, { recursive: true });
  const folder = await mkdtemp(path.join(input.cacheFolder, 'benchmark-'));
  try {
    const run: LitgptRun = { ...input, folder, hyperparameters };
    const train = benchmarkSamples(hyperparameters.microBatchSize * (warmUp + iterations + 1));
    const prepared = await prepareSamples(run, { train, validation: train.slice(0, 1) });
    progress.step('litgpt and the bare loop, in turns');
    const { litgpt, bare } = await timeInTurns(await fitToMachine(run, prepared), prepared);
    return compare(litgpt, bare, paddingShare(prepared));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function shorten(hyperparameters: Hyperparameters, iterations: number): Hyperparameters {
  const { globalBatchSize, microBatchSize } = hyperparameters;
  return { ...hyperparameters, epochs: 1, maxSteps: Math.floor((iterations * microBatchSize) / globalBatchSize), maxMinutes: null, evalInterval: null, saveInterval: null, groupByLength: true };
}

function compare(litgpt: readonly TimedBatch[], bare: readonly TimedBatch[], padding: number): TrainingBenchmark {
  const tokensPerSecond = speed(litgpt);
  const bareTokensPerSecond = speed(bare);
  return { tokensPerSecond: round(tokensPerSecond, 1), bareTokensPerSecond: round(bareTokensPerSecond, 1), ratio: round(tokensPerSecond / bareTokensPerSecond, 3), padding };
}

/** Real tokens a second. */
function speed(batches: readonly TimedBatch[]): number {
  const timed = batches.slice(warmUp);
  return timed.reduce((sum, { tokens }) => sum + tokens, 0) / timed.reduce((sum, { seconds }) => sum + seconds, 0);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
