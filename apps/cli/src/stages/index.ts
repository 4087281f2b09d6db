import type { Stage } from '@sqlwright/artifacts';
import type { StageCommand } from './stage-command.ts';

/** Each stage's module is loaded only when it runs: the heavy libraries of one stage are no cost to another. */
export const stageCommands: Readonly<Record<Stage, () => Promise<StageCommand>>> = {
  schema: async () => (await import('./schema.ts')).schemaStage,
  synthesize: async () => (await import('./synthesize.ts')).synthesizeStage,
  train: async () => (await import('./train.ts')).trainStage,
  convert: async () => (await import('./convert.ts')).convertStage,
  quantize: async () => (await import('./quantize.ts')).quantizeStage,
  evaluate: async () => (await import('./evaluate.ts')).evaluateStage,
};
