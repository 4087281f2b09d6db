import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { litgptConfig } from './litgpt-config.ts';
import type { FittedRun } from './litgpt-run.ts';
import type { PreparedSamples } from './prepare-samples.ts';
import { renderYaml } from './render-yaml.ts';

/**
 * Writes `litgpt.yaml` into the run's folder, in place of one that is there; `dataModule` is the class path of other data than the hyper-parameters ask for.
 * @returns the file
 * @throws SqlwrightError config.invalid
 */
export async function writeLitgptConfig({ folder, hyperparameters }: FittedRun, prepared: PreparedSamples, dataModule?: string): Promise<string> {
  const file = path.join(folder, 'litgpt.yaml');
  await writeFile(file, renderYaml(litgptConfig(hyperparameters, prepared, dataModule)));
  return file;
}
