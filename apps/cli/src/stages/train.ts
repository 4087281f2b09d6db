import { access } from 'node:fs/promises';
import path from 'node:path';
import { digestFile } from '@sqlwright/artifacts';
import { resolveTraining } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import { train, type InitialAdapter } from '@sqlwright/training';
import { readDatasetSchema } from '../dataset-schema.ts';
import { openBaseModel } from '../open-base-model.ts';
import type { Workspace } from '../workspace.ts';
import { readUpstream, type StageCommand } from './stage-command.ts';

/** Verified samples and base model → a LoRA checkpoint of litgpt. */
export const trainStage: StageCommand = async (workspace, run, { profile, initialAdapter: named }) => {
  const synthesize = await readUpstream(workspace, 'synthesize', ['train.json', 'eval.json']);
  const { hyperparameters, model } = resolveTraining(workspace.config.train, profile);
  const initialAdapter = await openInitialAdapter(workspace, named);
  const { baseModel, environment } = await openBaseModel(workspace, model, run);
  const schema = await readDatasetSchema(workspace);
  return train(run, { synthesize, schema, contract: workspace.config.prompt, hyperparameters, initialAdapter, baseModel, modelSource: model, environment });
};

/** The file that the command line names, else the configuration's, which is counted from the dataset's folder. */
async function openInitialAdapter(workspace: Workspace, named: string | undefined): Promise<InitialAdapter | undefined> {
  const configured = workspace.config.train.initialAdapter;
  if (named === undefined && configured === undefined) return undefined;
  const file = named === undefined ? path.resolve(workspace.datasetFolder, configured ?? '') : path.resolve(named);
  await access(file).catch((cause: unknown) => {
    throw new SqlwrightError('config.invalid', `There is no adapter ${file} to go on from.`, { hint: 'Name a GGUF adapter by --initial-adapter or train.initialAdapter, or leave both out.', cause });
  });
  return { file, digest: await digestFile(file) };
}
