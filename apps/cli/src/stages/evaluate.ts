import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StageArtifact } from '@sqlwright/artifacts';
import { resolveTraining } from '@sqlwright/dataset-config';
import { closeInstances, evaluate, evaluationReportSchema, openInstances, readQuestions, type Candidate, type DataInstance, type EvaluationQuestion } from '@sqlwright/evaluation';
import type { LanguageModel } from '@sqlwright/language-model';
import { untrainedContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { createSqlGenerator } from '@sqlwright/sql-generation';
import { baseGguf } from '../base-gguf.ts';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { keepRun } from '../evaluation/keep-run.ts';
import { openParallel, openParallelModel, parallelism } from '../evaluation/parallel-model.ts';
import { openGenerator } from '../open-generator.ts';
import { readDomains } from '../read-domains.ts';
import { resolveModel } from '../resolve-model.ts';
import type { Workspace } from '../workspace.ts';
import { readUpstream, type StageCommand } from './stage-command.ts';

/** The base is shown the DDL: its prompts are long. */
const contextTokens = 4096;

/** Model, samples held out and hand-written questions → figures, the untrained base beside the tuned model. */
export const evaluateStage: StageCommand = async (workspace, run) => {
  const settings = workspace.config.evaluate;
  const synthesize = await readUpstream(workspace, 'synthesize', ['eval.json', 'train.json']);
  const upstreamStage = settings.model === 'adapter' || settings.model === 'f16' ? 'convert' : 'quantize';
  const upstream = await readUpstream(workspace, upstreamStage);
  const schema = await readDatasetSchema(workspace);
  const questions = await readQuestions(path.join(workspace.datasetFolder, settings.questions));
  const finder = { workspace, signal: run.signal, note: run.progress.note };
  const files = await resolveModel(finder, settings.model);
  const database = await openSeededDatabase(workspace, schema);
  const domains = await readDomains(workspace, database, schema);
  const tuned = await openGenerator(files, schema, domains, settings.maxTokens, openParallel);
  const baseFile = settings.baseSamples === 0 ? undefined : await baseGguf(finder, resolveTraining(workspace.config.train).model);
  const base = baseFile === undefined ? undefined : await openParallelModel({ file: baseFile }, contextTokens);
  const instances = await openSuite(workspace, schema, questions);
  const asUntrained = (model: LanguageModel): Candidate['generator'] => createSqlGenerator({ contract: untrainedContract(tuned.contract), schema, model, domains, maxTokens: settings.maxTokens });
  try {
    const manifest = await evaluate(run, {
      schema,
      database,
      instances,
      questions,
      evalSamples: await readSamples(synthesize, 'eval.json'),
      trainingStatements: (await readSamples(synthesize, 'train.json')).map(({ output }) => output),
      contract: tuned.contract,
      candidates: [
        { name: `tuned (${settings.model})`, generator: tuned.generator, concurrency: parallelism(), confidence: 'tokens' },
        ...(base === undefined ? [] : [{ name: 'base', generator: asUntrained(base), sampleLimit: settings.baseSamples, concurrency: parallelism() }]),
      ],
      limits: settings,
      upstream: { synthesize: synthesize.digest, [upstreamStage]: upstream.digest },
    });
    await keepRun(workspace, evaluationReportSchema.parse(JSON.parse(await readFile(path.join(run.folder, 'evaluation.json'), 'utf8'))));
    return manifest;
  } finally {
    await Promise.all([tuned.model.close(), base?.close(), database.close(), closeInstances(instances)]);
  }
};

/** The generated databases of the dataset's test suite. */
function openSuite({ config }: Workspace, schema: DatabaseSchema, questions: readonly EvaluationQuestion[]): Promise<DataInstance[]> {
  const statements = questions.flatMap(({ gold }) => gold?.slice(0, 1) ?? []);
  return openInstances({ schema, seed: config.schema.seed, count: config.evaluate.instances, statements });
}

async function readSamples(synthesize: StageArtifact, name: string): Promise<{ instruction: string; input: string; output: string }[]> {
  return JSON.parse(await readFile(synthesize.file(name), 'utf8'));
}
