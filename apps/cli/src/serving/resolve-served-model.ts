import path from 'node:path';
import { openModelFile, resolveModel, type ModelFiles, type ModelFinder } from '../resolve-model.ts';
import { openVersion } from './model-versions.ts';
import { readServed } from './promoted-model.ts';

/**
 * Finds the model that people are answered by, on the command line as in the service: the file that was given, else the promoted model, else the newest
 * trained one, else the released one.
 * @throws SqlwrightError artifact.missing, artifact.invalid, model.invalid
 */
export async function resolveServedModel(finder: ModelFinder, given?: string): Promise<ModelFiles> {
  if (given !== undefined) return openModelFile(finder, path.resolve(given));
  const served = await readServed(finder.workspace);
  return served === undefined ? resolveModel(finder, finder.workspace.config.answer.model) : openVersion(finder, served.version);
}
