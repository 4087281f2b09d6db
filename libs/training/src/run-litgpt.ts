import { access } from 'node:fs/promises';
import path from 'node:path';
import { runProgram, type Program } from '@sqlwright/child-process';
import { trainingVariables } from './training-variables.ts';
import type { FittedRun } from './litgpt-run.ts';
import type { PreparedSamples } from './prepare-samples.ts';
import { trainingError } from './training-error.ts';
import { writeLitgptConfig } from './write-litgpt-config.ts';

/** A run whose end is not `out/final/` with a merged checkpoint has failed, whatever its exit code says. */
const lastFile = path.join('out', 'final', 'lit_model.pth');

/**
 * Writes `litgpt.yaml` and runs `litgpt finetune_lora` with it; what it makes lies in `out/` of the run's folder.
 * @returns every line that it printed
 * @throws SqlwrightError training.*, disk.full, config.invalid, run.cancelled (no process is left then)
 */
export async function runLitgpt(run: FittedRun, prepared: PreparedSamples, onLine: (line: string) => void): Promise<string[]> {
  const log: string[] = [];
  const record = await runProgram({
    ...(await prepareLitgpt(run, prepared)),
    signal: run.signal,
    onLine: (line) => {
      log.push(line);
      onLine(line);
    },
  });
  const ended = await access(path.join(run.folder, lastFile)).then(() => true, () => false);
  if (record.exitCode !== 0 || !ended) throw trainingError(record);
  return log;
}

/** Writes `litgpt.yaml` into the run's folder; `dataModule` is the class path of other data than the hyper-parameters ask for. */
export async function prepareLitgpt(run: FittedRun, prepared: PreparedSamples, dataModule?: string): Promise<Program> {
  const config = await writeLitgptConfig(run, prepared, dataModule);
  const env = { ...run.environment.variables, ...(await trainingVariables()) };
  return { command: run.environment.litgpt, args: ['finetune_lora', run.baseModel.litgptFolder, '--config', config], cwd: run.folder, env };
}
