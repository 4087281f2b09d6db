import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '@sqlwright/child-process';
import { pythonScript } from '@sqlwright/python-environment';
import type { LitgptRun } from './litgpt-run.ts';
import type { PreparedSamples } from './prepare-samples.ts';
import { readMetrics } from './read-metrics.ts';
import { runLitgpt } from './run-litgpt.ts';
import { trainingError } from './training-error.ts';
import { trainingVariables } from './training-variables.ts';

/** A micro-batch: its real tokens, and the seconds from one to the next. */
export interface TimedBatch {
  readonly tokens: number;
  readonly seconds: number;
}

const batchLine = /^Epoch \d+ \| iter \d+ /;

/** Runs litgpt as `train` does. The time between its lines is taken, so that its own logging counts too. */
export async function timeLitgpt(run: LitgptRun, prepared: PreparedSamples): Promise<TimedBatch[]> {
  const ends: number[] = [];
  await runLitgpt(run, prepared, (line) => {
    if (batchLine.test(line)) ends.push(performance.now());
  });
  const metrics = await readMetrics(path.join(run.folder, 'out', 'logs', 'csv', 'version_0', 'metrics.csv'));
  await rm(path.join(run.folder, 'out'), { recursive: true });
  return metrics.map((row, index) => ({
    tokens: row.tokens - (metrics[index - 1]?.tokens ?? 0),
    seconds: index === 0 ? row.seconds : ((ends[index] ?? NaN) - (ends[index - 1] ?? NaN)) / 1000,
  }));
}

/** Runs the bare loop with the litgpt.yaml that the run before has written. */
export async function timeBareLoop(run: LitgptRun): Promise<TimedBatch[]> {
  const timed: TimedBatch[] = [];
  const record = await runProgram({
    command: run.environment.python,
    args: [pythonScript('bench_bare_loop.py'), run.baseModel.litgptFolder, '--config', path.join(run.folder, 'litgpt.yaml')],
    cwd: run.folder,
    env: { ...run.environment.variables, ...(await trainingVariables()) },
    signal: run.signal,
    onLine: (line) => {
      if (line.startsWith('{"seconds"')) timed.push(JSON.parse(line) as TimedBatch);
    },
  });
  if (record.exitCode !== 0) throw trainingError(record);
  return timed;
}
