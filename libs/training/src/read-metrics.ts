import { readFile } from 'node:fs/promises';

/** What litgpt measured in a micro-batch. */
interface Measurement {
  readonly step: number;
  readonly loss: number;
  readonly learningRate: number;
  /** Real tokens so far. */
  readonly tokens: number;
  readonly seconds: number;
}

/** Reads litgpt's metrics.csv: one row per micro-batch. Rows of the throughput monitor and of evaluations lie between and are passed over. */
export async function readMetrics(file: string): Promise<Measurement[]> {
  const [head = '', ...lines] = (await readFile(file, 'utf8')).trim().split('\n');
  const names = head.trim().split(',');
  const rows = lines.map((line) => Object.fromEntries(line.trim().split(',').map((value, index) => [names[index] ?? '', value])));
  return rows
    .filter((row) => row['loss'] !== undefined && row['loss'] !== '')
    .map((row) => ({ step: Number(row['step']), loss: Number(row['loss']), learningRate: Number(row['learning_rate']), tokens: Number(row['tokens']), seconds: Number(row['iter_time']) }));
}
