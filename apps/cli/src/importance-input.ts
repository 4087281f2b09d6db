import { readStage, type Progress, type StageArtifact } from '@sqlwright/artifacts';
import type { ImportanceInput } from '@sqlwright/conversion';
import { modelSourceSchema } from '@sqlwright/dataset-config';
import { promptContractSchema } from '@sqlwright/prompt';
import { readDatasetSchema } from './dataset-schema.ts';
import { readKnownReplies } from './evaluation/known-replies.ts';
import { openBaseModel } from './open-base-model.ts';
import type { Workspace } from './workspace.ts';

/** Samples that an importance matrix is computed from: with 64 and with 256 the files came out equally good. */
const samples = 128;

/** What the importance matrix of a dataset's model is computed from: its checkpoint, and training samples as it was trained on them. */
export async function openImportanceInput(workspace: Workspace, run: { signal: AbortSignal; progress: Progress }): Promise<Omit<ImportanceInput, 'signal'> & { synthesize: StageArtifact }> {
  const train = await readStage('train', workspace.stageFolder('train'));
  const synthesize = await readStage('synthesize', workspace.stageFolder('synthesize'), ['train.json']);
  const contract = promptContractSchema.parse(train.manifest.details['contract']);
  const schema = await readDatasetSchema(workspace);
  const { baseModel, environment } = await openBaseModel(workspace, modelSourceSchema.parse(train.manifest.details['modelSource']), run);
  return { train, synthesize, baseModel, environment, cacheFolder: workspace.cacheFolder, samples: await readKnownReplies(synthesize, 'train.json', contract, schema, samples) };
}
