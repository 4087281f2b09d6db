import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { silentProgress, type Progress } from '@sqlwright/artifacts';
import type { BaseModel } from '@sqlwright/base-model';
import type { Hyperparameters } from '@sqlwright/dataset-config';
import type { PythonEnvironment } from '@sqlwright/python-environment';
import { benchmarkSamples } from './benchmark-samples.ts';
import { timeBareLoop, timeLitgpt, type TimedBatch } from './benchmark-timings.ts';
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
  /** How often litgpt and the bare loop each run, in turns. */
  readonly rounds?: number;
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

/** Each process has its first batches to itself: memory and kernels are set up then. */
const warmUp = 3;

/**
 * Trains for a moment with litgpt and with a bare loop, in turns, over the same batches of made-up samples as long as real ones. Each batch
 * counts with its quickest round, so that other work on the machine disturbs little. Needs `groupByLength` and no `quantize`.
 * @throws SqlwrightError training.*, disk.full, run.cancelled
 */
export async function benchmarkTraining(input: BenchmarkInput): Promise<TrainingBenchmark> {
  const { iterations = 24, rounds = 2, progress = silentProgress } = input;
  const hyperparameters = shorten(input.hyperparameters, iterations + warmUp);
  await mkdir(input.cacheFolder, { recursive: true });
  const folder = await mkdtemp(path.join(input.cacheFolder, 'benchmark-'));
  try {
    const run: LitgptRun = { ...input, folder, hyperparameters };
    const train = benchmarkSamples(hyperparameters.microBatchSize * (iterations + warmUp));
    const prepared = await prepareSamples(run, { train, validation: train.slice(0, 1) });
    const [ours, bare]: [TimedBatch[][], TimedBatch[][]] = [[], []];
    for (let round = 1; round <= rounds; round += 1) {
      progress.step(`litgpt, round ${round} of ${rounds}`);
      ours.push(await timeLitgpt(run, prepared));
      progress.step(`bare loop, round ${round} of ${rounds}`);
      bare.push(await timeBareLoop(run));
    }
    return compare(ours, bare, paddingShare(prepared));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function shorten(hyperparameters: Hyperparameters, iterations: number): Hyperparameters {
  const { globalBatchSize, microBatchSize } = hyperparameters;
  return { ...hyperparameters, epochs: 1, maxSteps: Math.floor((iterations * microBatchSize) / globalBatchSize), evalInterval: null, saveInterval: null, groupByLength: true };
}

function compare(ours: readonly TimedBatch[][], bare: readonly TimedBatch[][], padding: number): TrainingBenchmark {
  const tokensPerSecond = quickest(ours);
  const bareTokensPerSecond = quickest(bare);
  return { tokensPerSecond: round(tokensPerSecond, 1), bareTokensPerSecond: round(bareTokensPerSecond, 1), ratio: round(tokensPerSecond / bareTokensPerSecond, 3), padding };
}

/** Real tokens a second, where each batch takes the time of its quickest round. */
function quickest(rounds: readonly TimedBatch[][]): number {
  const batches = (rounds[0] ?? []).slice(warmUp).map((batch, index) => ({ tokens: batch.tokens, seconds: Math.min(...rounds.map((timed) => timed[index + warmUp]?.seconds ?? Infinity)) }));
  return batches.reduce((sum, { tokens }) => sum + tokens, 0) / batches.reduce((sum, { seconds }) => sum + seconds, 0);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
