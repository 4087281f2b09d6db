import { resolveModel, type ModelFiles } from '../resolve-model.ts';
import type { Workspace } from '../workspace.ts';
import { openVersion } from './model-versions.ts';
import { readServed } from './promoted-model.ts';

/**
 * Finds the model that people are answered by: the file that was given, else the promoted one, else what `resolveModel` finds.
 * @throws SqlwrightError artifact.missing, artifact.invalid
 */
export async function resolveServedModel(finder: { workspace: Workspace; signal: AbortSignal; note: (line: string) => void }, given?: string): Promise<ModelFiles> {
  const { workspace } = finder;
  const served = given === undefined ? await readServed(workspace) : undefined;
  return served === undefined ? resolveModel(finder, workspace.config.answer.model, given) : openVersion(finder, served.version);
}
