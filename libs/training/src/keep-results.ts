import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readMetrics } from './read-metrics.ts';
import { iterationLine } from './training-progress.ts';

interface TrainingResult {
  /** Steps of the optimizer that were taken. */
  readonly steps: number;
  /** Mean training loss of the last micro-batches. */
  readonly finalLoss: number;
  /** Real tokens, padding not counted, a second of training. */
  readonly tokensPerSecond: number;
}

/** The loss of one micro-batch says little; this many are averaged. */
const finalIterations = 20;

/** Keeps of a run's folder what the artifact holds: checkpoint, litgpt.yaml, metrics.csv and log.txt. */
export async function keepResults(folder: string, log: readonly string[]): Promise<TrainingResult> {
  const [out, checkpoint] = [path.join(folder, 'out'), path.join(folder, 'checkpoint')];
  const metrics = await readMetrics(path.join(out, 'logs', 'csv', 'version_0', 'metrics.csv'));
  await rename(path.join(out, 'final'), checkpoint);
  await forgetPlace(path.join(checkpoint, 'hyperparameters.yaml'));
  const rows = metrics.map(({ step, loss, learningRate, tokens }) => `${step},${loss},${learningRate},${tokens}\n`);
  await writeFile(path.join(folder, 'metrics.csv'), `step,loss,learning_rate,tokens\n${rows.join('')}`);
  await writeFile(path.join(folder, 'log.txt'), log.map((line) => `${line}\n`).join(''));
  await rm(out, { recursive: true });
  await rm(path.join(folder, 'data'), { recursive: true });
  const last = metrics.slice(-finalIterations);
  const seconds = metrics.reduce((sum, row) => sum + row.seconds, 0);
  return {
    steps: Number(iterationLine.exec(log.findLast((line) => iterationLine.test(line)) ?? '')?.[2] ?? 0),
    finalLoss: round(last.reduce((sum, row) => sum + row.loss, 0) / last.length, 4),
    tokensPerSecond: round((metrics.at(-1)?.tokens ?? 0) / seconds, 1),
  };
}

/** litgpt notes where the base checkpoint lay on this machine; nothing reads it once the weights are merged. */
async function forgetPlace(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^checkpoint_dir: .*$/m, 'checkpoint_dir: base'));
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
