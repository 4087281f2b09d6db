export { digestFile, digestText } from './digest.ts';
export { manifestSchema, type Manifest, type RunRecord } from './manifest.ts';
export { silentProgress, type Progress } from './progress.ts';
export { readRunRecord, readStage, type StageArtifact } from './read-stage.ts';
export { stages, type Stage } from './stage.ts';
export { writeJson, writeStage, type StageResult, type StageRun } from './write-stage.ts';
