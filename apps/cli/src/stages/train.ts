import { resolveTraining } from '@sqlwright/dataset-config';
import { train } from '@sqlwright/training';
import { readDatasetSchema } from '../dataset-schema.ts';
import { openBaseModel } from '../open-base-model.ts';
import { readUpstream, type StageCommand } from './stage-command.ts';

/** Verified samples and base model → a LoRA checkpoint of litgpt. */
export const trainStage: StageCommand = async (workspace, run, { profile }) => {
  const synthesize = await readUpstream(workspace, 'synthesize', ['train.json', 'eval.json']);
  const { hyperparameters, model } = resolveTraining(workspace.config.train, profile);
  const { baseModel, environment } = await openBaseModel(workspace, model, run);
  const schema = await readDatasetSchema(workspace);
  return train(run, { synthesize, schema, contract: workspace.config.prompt, hyperparameters, baseModel, modelSource: model, environment });
};
