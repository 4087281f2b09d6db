import path from 'node:path';
import { synthesize } from '@sqlwright/dataset-synthesis';
import { createTeacher } from '../create-teacher.ts';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { readUpstream, type StageCommand } from './stage-command.ts';

/** Schema and teacher → verified samples. */
export const synthesizeStage: StageCommand = async (workspace, run) => {
  const upstream = await readUpstream(workspace, 'schema', ['schema.json']);
  const { config } = workspace;
  const schema = await readDatasetSchema(workspace);
  const teacher = await createTeacher(config.synthesize.teacher, workspace.datasetFolder, process.env);
  const database = await openSeededDatabase(workspace, schema);
  try {
    return await synthesize(run, {
      schema,
      schemaFingerprint: upstream.manifest.schemaFingerprint,
      schemaDigest: upstream.digest,
      config: config.synthesize,
      values: config.synthesize.showValues ? config.schema.seed.values : {},
      abstention: config.prompt.abstention,
      teacher,
      database,
      // A recorded answer costs nothing; one that was paid for is kept.
      replyCache: config.synthesize.teacher.provider === 'recorded' ? undefined : path.join(workspace.cacheFolder, 'replies', workspace.dataset),
    });
  } finally {
    await database.close();
    await teacher.close();
  }
};
