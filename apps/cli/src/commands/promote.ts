import { existsSync } from 'node:fs';
import path from 'node:path';
import { SqlwrightError } from '@sqlwright/errors';
import { judgeCandidates, readQuestions, type Candidate, type EvaluationReport } from '@sqlwright/evaluation';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { openParallel, parallelism } from '../evaluation/parallel-model.ts';
import { openGenerator, type OpenGenerator } from '../open-generator.ts';
import { readDomains } from '../read-domains.ts';
import { openModelFile, releasedFile, resolveModel, type ModelFiles, type ModelFinder } from '../resolve-model.ts';
import { decidePromotion } from '../serving/decide-promotion.ts';
import { keepVersion, versionOf, writeServed } from '../serving/model-versions.ts';
import { readServed } from '../serving/promoted-model.ts';
import { resolveServedModel } from '../serving/resolve-served-model.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

/**
 * Lets the newly trained model, or the file that is given, take over if it beats the served one on the frozen questions.
 * @throws SqlwrightError promotion.refused, artifact.missing, and those of opening and evaluating a model
 */
export async function promote(options: { dataset: string; model?: string }, signal: AbortSignal): Promise<void> {
  const workspace = await openWorkspace(options.dataset);
  const progress = createTerminalProgress();
  const finder = { workspace, signal, note: progress.note };
  const challenger = options.model === undefined ? await resolveModel(finder, workspace.config.answer.model) : await openModelFile(finder, path.resolve(options.model));
  const champion = await openChampion(finder);
  const version = await versionOf(challenger);
  const championVersion = champion === undefined ? undefined : await versionOf(champion);
  if (version === championVersion) throw new SqlwrightError('promotion.refused', `The model ${version} is the one that is served.`, { hint: 'Train another one first: npx nx run <dataset>:evaluate' });
  const report = champion === undefined ? undefined : await judge(workspace, champion, challenger, signal, progress);
  const comparison = report?.comparisons[0];
  if (comparison !== undefined) process.stdout.write(`${decidePromotion(comparison)}\n`);
  const history = await keepChampion(workspace, champion);
  await keepVersion(workspace, challenger, comparison === undefined ? {} : { 'comparison.json': comparison });
  await writeServed(workspace, { version, history });
  process.stdout.write(`Model ${version} of ${options.dataset} is served from now on; a service that runs takes it over. Back again: npx sqlwright rollback --dataset ${options.dataset}\n`);
}

/** The promoted model, else the released one; undefined where there is none yet. */
async function openChampion(finder: ModelFinder): Promise<ModelFiles | undefined> {
  if ((await readServed(finder.workspace)) !== undefined) return resolveServedModel(finder);
  const released = releasedFile(finder.workspace);
  return existsSync(released) ? openModelFile(finder, released) : undefined;
}

/** The way back: the champion, and those before it. */
async function keepChampion(workspace: Workspace, champion: ModelFiles | undefined): Promise<string[]> {
  const served = await readServed(workspace);
  if (served !== undefined) return [...served.history, served.version];
  return champion === undefined ? [] : [await keepVersion(workspace, champion)];
}

/** Both models on the dataset's hand-written questions, on the seeded database: the same for every challenger. */
async function judge(workspace: Workspace, champion: ModelFiles, challenger: ModelFiles, signal: AbortSignal, progress: ReturnType<typeof createTerminalProgress>): Promise<EvaluationReport> {
  const settings = workspace.config.evaluate;
  const schema = await readDatasetSchema(workspace);
  const questions = await readQuestions(path.join(workspace.datasetFolder, settings.questions));
  const database = await openSeededDatabase(workspace, schema);
  const opened: OpenGenerator[] = [];
  try {
    const domains = await readDomains(workspace, database, schema);
    for (const files of [challenger, champion]) opened.push(await openGenerator(files, schema, domains, settings.maxTokens, openParallel));
    const [first, second] = opened;
    if (first === undefined || second === undefined) throw new Error('Both models were opened.');
    // The first candidate is the one that the others are compared with: the comparison then says what it gains over the champion.
    const candidates: Candidate[] = [
      { name: 'challenger', generator: first.generator, concurrency: parallelism() },
      { name: 'champion', generator: second.generator, concurrency: parallelism() },
    ];
    return await judgeCandidates({ dataset: workspace.dataset, schema, database, questions, evalSamples: [], contract: first.contract, candidates, limits: { evalSamples: 1, statementSeconds: settings.statementSeconds } }, signal, progress);
  } finally {
    await Promise.all([...opened.map(({ model }) => model.close()), database.close()]);
  }
}
