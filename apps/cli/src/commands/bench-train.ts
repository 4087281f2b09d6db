import { resolveTraining } from '@sqlwright/dataset-config';
import { benchmarkTraining } from '@sqlwright/training';
import { openBaseModel } from '../open-base-model.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openWorkspace } from '../workspace.ts';

/** Trains a few steps through litgpt and as many in a bare loop of the same shape; the last line is JSON. */
export async function benchTrain(dataset: string, signal: AbortSignal): Promise<void> {
  const workspace = await openWorkspace(dataset);
  const { hyperparameters, model } = resolveTraining(workspace.config.train);
  const progress = createTerminalProgress();
  const { baseModel, environment } = await openBaseModel(workspace, model, { signal, progress });
  const result = await benchmarkTraining({ baseModel, environment, hyperparameters, cacheFolder: workspace.cacheFolder, signal, progress });
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
