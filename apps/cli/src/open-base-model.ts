import type { StageRun } from '@sqlwright/artifacts';
import { prepareBaseModel, type BaseModel } from '@sqlwright/base-model';
import type { ModelSource } from '@sqlwright/dataset-config';
import { ensurePythonEnvironment, type PythonEnvironment } from '@sqlwright/python-environment';
import type { Workspace } from './workspace.ts';

/** Makes the Python environment and the base checkpoint, or finds them where they were made before. */
export async function openBaseModel(workspace: Workspace, source: ModelSource, run: Pick<StageRun, 'signal' | 'progress'>): Promise<{ baseModel: BaseModel; environment: PythonEnvironment }> {
  const options = { cacheFolder: workspace.cacheFolder, signal: run.signal, progress: (line: string) => run.progress.note(line) };
  run.progress.step('Python environment');
  const environment = await ensurePythonEnvironment(options);
  run.progress.step('base model');
  const baseModel = await prepareBaseModel(source, { ...options, environment, workspaceFolder: workspace.root, environmentVariables: process.env });
  return { baseModel, environment };
}
