import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readStage, writeJson, type Progress } from '@sqlwright/artifacts';
import { usesImportanceMatrix } from '@sqlwright/conversion';
import { SqlwrightError } from '@sqlwright/errors';
import { chooseForm, judgeCandidates, readQuestions, renderChoice, scoredRun, type Candidate, type MeasuredForm } from '@sqlwright/evaluation';
import type { LanguageModel } from '@sqlwright/language-model';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { runsFolder } from '../evaluation/keep-run.ts';
import { readKnownReplies } from '../evaluation/known-replies.ts';
import { makeForms, type Form } from '../evaluation/make-forms.ts';
import { measureDivergences } from '../evaluation/measure-divergences.ts';
import { openParallel, parallelism } from '../evaluation/parallel-model.ts';
import { openGenerator } from '../open-generator.ts';
import { readContract } from '../read-contract.ts';
import { readDomains } from '../read-domains.ts';
import type { ModelFiles } from '../resolve-model.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

/** Held-out samples along whose replies the forms are compared with f16. */
const comparedReplies = 40;

/**
 * Asks every form of a dataset's model the development questions, compares its predictions with those of f16, and says which one to serve, by size, speed and accuracy
 * and the wish of the configuration.
 * @throws SqlwrightError artifact.missing
 */
export async function chooseQuantization(dataset: string, signal: AbortSignal): Promise<void> {
  const workspace = await openWorkspace(dataset);
  const { wish, allowedLoss } = workspace.config.quantize;
  const progress = createTerminalProgress();
  const forms = await makeForms({ workspace, signal, progress });
  if (forms.length === 0) throw new SqlwrightError('artifact.missing', 'The stage convert made no model.', { hint: 'Set convert.forms and run: sqlwright convert' });
  const choice = chooseForm(await measure(workspace, forms, signal, progress), wish, allowedLoss);
  await mkdir(runsFolder(workspace), { recursive: true });
  await writeJson(path.join(runsFolder(workspace), 'quantization.json'), choice);
  await writeFile(path.join(runsFolder(workspace), 'quantization.md'), renderChoice(choice));
  process.stdout.write(`\n${renderChoice(choice)}\n${renderUse(dataset, forms.find(({ name }) => name === choice.chosen)!)}\n`);
}

/** What to set so that the stages make the chosen form and serve it. */
function renderUse(dataset: string, { format, importanceMatrix }: Form): string {
  const served = `To use it: set answer.model and evaluate.model of datasets/${dataset}/dataset.config.json to "${format}"`;
  if (format === 'adapter' || format === 'f16') return `${served}.`;
  return `${served}, name it in quantize.formats${usesImportanceMatrix(format) ? ` and set quantize.importanceMatrix to "${importanceMatrix ? 'training-prompts' : 'none'}"` : ''}.`;
}

async function measure(workspace: Workspace, forms: readonly Form[], signal: AbortSignal, progress: Progress): Promise<MeasuredForm[]> {
  const divergences = await compareWithF16(workspace, forms, progress);
  const answered = await ask(workspace, forms, signal, progress);
  return Promise.all(forms.map(async ({ name, format, importanceMatrix, files }, index) => ({ name, format, importanceMatrix, bytes: await sizeOf(files), ...answered[index]!, meanKl: divergences?.[index] ?? null })));
}

/** The divergence of each form from f16; undefined where there is no f16. */
async function compareWithF16(workspace: Workspace, forms: readonly Form[], progress: Progress): Promise<number[] | undefined> {
  const f16 = forms.find(({ format }) => format === 'f16');
  if (f16 === undefined) return undefined;
  progress.step('predictions beside those of f16');
  const schema = await readDatasetSchema(workspace);
  const synthesize = await readStage('synthesize', workspace.stageFolder('synthesize'), ['eval.json']);
  const contract = (await readContract(f16.files.made, schema))?.contract ?? workspace.config.prompt;
  const replies = await readKnownReplies(synthesize, 'eval.json', contract, schema, comparedReplies);
  return measureDivergences(f16.files, forms.map(({ files }) => files), replies, progress);
}

/** How fast and how well each form answers the development questions. */
async function ask(workspace: Workspace, forms: readonly Form[], signal: AbortSignal, progress: Progress): Promise<Pick<MeasuredForm, 'seconds' | 'right' | 'questions'>[]> {
  if (forms.length === 0) throw new SqlwrightError('artifact.missing', 'The stage convert made no model.', { hint: 'Set convert.forms and run: sqlwright convert' });
  const settings = workspace.config.evaluate;
  const schema = await readDatasetSchema(workspace);
  const questions = await readQuestions(path.join(workspace.datasetFolder, settings.questions));
  const database = await openSeededDatabase(workspace, schema);
  const domains = await readDomains(workspace, database, schema);
  const models: LanguageModel[] = [];
  try {
    const candidates: Candidate[] = [];
    let contract = workspace.config.prompt;
    for (const { name, files } of forms) {
      const open = await openGenerator(files, schema, domains, settings.maxTokens, openParallel);
      models.push(open.model);
      contract = open.contract;
      candidates.push({ name, generator: open.generator, concurrency: parallelism() });
    }
    const report = await judgeCandidates({ dataset: workspace.dataset, schema, database, questions, evalSamples: [], contract, candidates, limits: { ...settings, evalSamples: 0 } }, signal, progress);
    return report.candidates.map((candidate) => {
      const { right } = scoredRun(candidate);
      return { seconds: candidate.medianSeconds, right: [...right.values()].filter(Boolean).length, questions: right.size };
    });
  } finally {
    await Promise.all([database.close(), ...models.map((model) => model.close())]);
  }
}

async function sizeOf({ file, adapter }: ModelFiles): Promise<number> {
  return (await stat(file)).size + (adapter === undefined ? 0 : (await stat(adapter)).size);
}
