import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { evaluate, readQuestions } from '@sqlwright/evaluation';
import { createLlamaCppModel } from '@sqlwright/language-model-providers';
import { untrainedContract } from '@sqlwright/prompt';
import { createSqlGenerator } from '@sqlwright/sql-generation';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { openGenerator } from '../open-generator.ts';
import { resolveModel } from '../resolve-model.ts';
import { basePath } from '../base-path.ts';
import { readUpstream, type StageCommand } from './stage-command.ts';

/** The base is shown the DDL: its prompts are long. */
const contextTokens = 4096;

/** Model, samples held out and hand-written questions → figures, the untrained base beside the tuned model. */
export const evaluateStage: StageCommand = async (workspace, run) => {
  const settings = workspace.config.evaluate;
  const synthesize = await readUpstream(workspace, 'synthesize', ['eval.json']);
  const upstreamStage = settings.model === 'adapter' || settings.model === 'f16' ? 'convert' : 'quantize';
  const upstream = await readUpstream(workspace, upstreamStage);
  const schema = await readDatasetSchema(workspace);
  const finder = { workspace, signal: run.signal, note: run.progress.note };
  const files = await resolveModel(finder, settings.model);
  const database = await openSeededDatabase(workspace, schema);
  const domains = await database.readDomains(schema);
  const tuned = await openGenerator(files, schema, domains, settings.maxTokens);
  const baseFile = await basePath(finder);
  const base = baseFile === undefined ? undefined : await createLlamaCppModel({ file: baseFile, contextTokens });
  try {
    return await evaluate(run, {
      schema,
      database,
      questions: await readQuestions(path.join(workspace.datasetFolder, settings.questions)),
      evalSamples: JSON.parse(await readFile(synthesize.file('eval.json'), 'utf8')),
      contract: tuned.contract,
      candidates: [
        { name: `tuned (${settings.model})`, generator: tuned.generator },
        ...(base === undefined || settings.baseSamples === 0
          ? []
          : [{ name: 'base', generator: createSqlGenerator({ contract: untrainedContract(tuned.contract), schema, model: base, domains, maxTokens: settings.maxTokens }), sampleLimit: settings.baseSamples }]),
      ],
      limits: settings,
      upstream: { synthesize: synthesize.digest, [upstreamStage]: upstream.digest },
    });
  } finally {
    await Promise.all([tuned.model.close(), base?.close(), database.close()]);
  }
};
