import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { StageArtifact } from '@sqlwright/artifacts';
import { resolveTraining } from '@sqlwright/dataset-config';
import { closeInstances, evaluate, evaluationReportSchema, readQuestions, type Candidate } from '@sqlwright/evaluation';
import type { LanguageModel } from '@sqlwright/language-model';
import { untrainedContract } from '@sqlwright/prompt';
import { createSqlGenerator } from '@sqlwright/sql-generation';
import { baseGguf } from '../base-gguf.ts';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { keepRun, runsFolder } from '../evaluation/keep-run.ts';
import { openDatasetSuite } from '../evaluation/open-dataset-suite.ts';
import { openRecordLog } from '../evaluation/open-record-log.ts';
import { openParallel, openParallelModel, parallelism } from '../evaluation/parallel-model.ts';
import { openGenerator } from '../open-generator.ts';
import { readDomains } from '../read-domains.ts';
import { resolveModel } from '../resolve-model.ts';
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
  const instances = await openDatasetSuite(workspace, schema, questions);
  const log = await openRecordLog(path.join(runsFolder(workspace), 'unfinished.jsonl'));
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
      onRecord: log.onRecord,
      upstream: { synthesize: synthesize.digest, [upstreamStage]: upstream.digest },
    });
    await keepRun(workspace, evaluationReportSchema.parse(JSON.parse(await readFile(path.join(run.folder, 'evaluation.json'), 'utf8'))));
    await rm(log.file, { force: true });
    return manifest;
  } catch (error) {
    log.note(run.progress);
    throw error;
  } finally {
    await Promise.all([tuned.model.close(), base?.close(), database.close(), closeInstances(instances)]);
  }
};

async function readSamples(synthesize: StageArtifact, name: string): Promise<{ instruction: string; input: string; output: string }[]> {
  return JSON.parse(await readFile(synthesize.file(name), 'utf8'));
}
