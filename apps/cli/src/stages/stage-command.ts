import { readStage, type Manifest, type Progress, type Stage, type StageArtifact, type StageRun } from '@sqlwright/artifacts';
import { withoutValues, type TrainingProfileName } from '@sqlwright/dataset-config';
import type { Workspace } from '../workspace.ts';

/** What the command line gives to a stage besides the dataset. */
export interface StageOptions {
  readonly profile?: TrainingProfileName;
  /** Of train: a GGUF adapter to go on from, counted from the current folder. */
  readonly initialAdapter?: string;
  /** Of synthesize: the teacher is told other names than those of the database. */
  readonly obfuscate?: boolean;
  /** Of schema and synthesize: false keeps no value and tells the teacher none. */
  readonly values?: boolean;
}

/** A stage as the command line runs it. */
export type StageCommand = (workspace: Workspace, run: StageRun, options: StageOptions) => Promise<Manifest>;

/** What the command line says goes before the configuration, for this run alone. */
export function withStageOptions(workspace: Workspace, { obfuscate, values }: StageOptions): Workspace {
  const config = values === false ? withoutValues(workspace.config) : workspace.config;
  return { ...workspace, config: { ...config, synthesize: { ...config.synthesize, obfuscate: obfuscate ?? config.synthesize.obfuscate } } };
}

export function stageRun(workspace: Workspace, stage: Stage, signal: AbortSignal, progress: Progress): StageRun {
  return { dataset: workspace.dataset, folder: workspace.stageFolder(stage), signal, progress };
}

/** Opens the artifact of an earlier stage of the same dataset. */
export function readUpstream(workspace: Workspace, stage: Stage, files: readonly string[] = []): Promise<StageArtifact> {
  return readStage(stage, workspace.stageFolder(stage), files);
}
