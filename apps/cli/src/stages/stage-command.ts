import { readStage, type Manifest, type Progress, type Stage, type StageArtifact, type StageRun } from '@sqlwright/artifacts';
import type { TrainingProfileName } from '@sqlwright/dataset-config';
import type { Workspace } from '../workspace.ts';

/** What the command line gives to a stage besides the dataset. */
export interface StageOptions {
  readonly profile?: TrainingProfileName;
  /** Of synthesize: the teacher is told other names than those of the database. */
  readonly obfuscate?: boolean;
  /** Of synthesize: false tells the teacher no values. */
  readonly values?: boolean;
}

/** A stage as the command line runs it. */
export type StageCommand = (workspace: Workspace, run: StageRun, options: StageOptions) => Promise<Manifest>;

export function stageRun(workspace: Workspace, stage: Stage, signal: AbortSignal, progress: Progress): StageRun {
  return { dataset: workspace.dataset, folder: workspace.stageFolder(stage), signal, progress };
}

/** Opens the artifact of an earlier stage of the same dataset. */
export function readUpstream(workspace: Workspace, stage: Stage, files: readonly string[] = []): Promise<StageArtifact> {
  return readStage(stage, workspace.stageFolder(stage), files);
}
