import { existsSync } from 'node:fs';
import path from 'node:path';
import { resolveModel, type ModelFiles } from '../resolve-model.ts';
import type { Workspace } from '../workspace.ts';
import { readServed, servedFolder } from './promoted-model.ts';

/**
 * Finds the model that people are answered by: the file that was given, else the promoted one, else what `resolveModel` finds.
 * @throws SqlwrightError artifact.missing, artifact.invalid
 */
export async function resolveServedModel(finder: { workspace: Workspace; signal: AbortSignal; note: (line: string) => void }, given?: string): Promise<ModelFiles> {
  const { workspace } = finder;
  const served = given === undefined ? await readServed(workspace) : undefined;
  const promoted = served === undefined ? undefined : versionFile(workspace, served.version);
  return resolveModel(finder, workspace.config.answer.model, promoted ?? given);
}

/** The model's file of a promoted version. */
export function versionFile(workspace: Workspace, version: string): string {
  const folder = path.join(servedFolder(workspace), 'versions', version);
  const adapter = path.join(folder, 'adapter.gguf');
  return existsSync(adapter) ? adapter : path.join(folder, 'model.gguf');
}
