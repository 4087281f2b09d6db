import { modelSourceSchema } from '@sqlwright/dataset-config';
import { convert } from '@sqlwright/conversion';
import { openBaseModel } from '../open-base-model.ts';
import { readUpstream, type StageCommand } from './stage-command.ts';

/** Checkpoint → GGUF, as an adapter, merged, or both. */
export const convertStage: StageCommand = async (workspace, run) => {
  const train = await readUpstream(workspace, 'train');
  const { baseModel, environment } = await openBaseModel(workspace, modelSourceSchema.parse(train.manifest.details['modelSource']), run);
  return convert(run, {
    train,
    forms: workspace.config.convert.forms,
    baseModel,
    environment,
    cacheFolder: workspace.cacheFolder,
    metadata: {
      'sqlwright.dataset': workspace.dataset,
      'sqlwright.schema_fingerprint': train.manifest.schemaFingerprint,
      'sqlwright.prompt_contract': JSON.stringify(train.manifest.details['contract']),
      'sqlwright.dataset_digest': train.manifest.upstream.synthesize ?? '',
    },
  });
};
