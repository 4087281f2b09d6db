import path from 'node:path';
import { readFeedback, synthesize } from '@sqlwright/dataset-synthesis';
import { readQuestions } from '@sqlwright/evaluation';
import { createSampleSource, writeSupplement } from '../create-sample-source.ts';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { feedbackFile } from '../workspace.ts';
import { readUpstream, withStageOptions, type StageCommand } from './stage-command.ts';

/** Schema and teacher → verified samples. */
export const synthesizeStage: StageCommand = async (opened, run, options) => {
  const workspace = withStageOptions(opened, options);
  const upstream = await readUpstream(workspace, 'schema', ['schema.json']);
  const { config } = workspace;
  const schema = await readDatasetSchema(workspace);
  const heldOut = (await readQuestions(path.join(workspace.datasetFolder, config.evaluate.questions)).catch(() => [])).map(({ question }) => question);
  const feedback = await readFeedback(feedbackFile(workspace), { schema, abstention: config.prompt.abstention });
  const database = await openSeededDatabase(workspace, schema);
  try {
    const { source, close } = await createSampleSource(workspace, schema, database, process.env);
    try {
      return await synthesize(run, {
        schema,
        schemaFingerprint: upstream.manifest.schemaFingerprint,
        schemaDigest: upstream.digest,
        config: config.synthesize,
        values: config.synthesize.showValues ? config.schema.seed.values : {},
        abstention: config.prompt.abstention,
        obfuscate: config.synthesize.obfuscate,
        source,
        supplement: await writeSupplement(workspace, schema, database),
        feedback,
        heldOut,
        database,
      });
    } finally {
      await close();
    }
  } finally {
    await database.close();
  }
};
