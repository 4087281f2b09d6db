import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readStage, writeJson, type Progress } from '@sqlwright/artifacts';
import { exportHuggingFace } from '@sqlwright/conversion';
import { modelSourceSchema } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import { compareSteps, readQuestions, renderParity, spread, type EvaluationQuestion, type ParityRow, type ProbedStep } from '@sqlwright/evaluation';
import { promptContractSchema, renderPrompt, type PromptContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { readDatasetSchema } from '../dataset-schema.ts';
import { runsFolder } from '../evaluation/keep-run.ts';
import { listLinks } from '../evaluation/parity/list-links.ts';
import { openReplyJudge } from '../evaluation/parity/open-reply-judge.ts';
import { probeGguf } from '../evaluation/parity/probe-gguf.ts';
import { probeWithPython, type Probed, type ProbeRequest } from '../evaluation/parity/probe-with-python.ts';
import { sizeOf } from '../evaluation/size-of.ts';
import { openBaseModel } from '../open-base-model.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

const replyTokens = 96;
const positions = 12;

export interface ParityOptions {
  readonly dataset: string;
  /** Questions that each form is asked. */
  readonly prompts: number;
  /** Quantized forms too that the stage does not make. */
  readonly all?: boolean;
}

/**
 * Asks the same questions of every form of a dataset's model, from litgpt's checkpoint to each GGUF, and holds each against the one that it was made from. The table is
 * written anew after each form, so that a run that breaks off leaves the rows so far.
 * @throws SqlwrightError parity.failed naming the step, artifact.missing
 */
export async function parity({ dataset, prompts, all = false }: ParityOptions, signal: AbortSignal): Promise<void> {
  const workspace = await openWorkspace(dataset);
  const progress = createTerminalProgress();
  const folder = path.join(workspace.cacheFolder, 'parity');
  await mkdir(folder, { recursive: true });
  const scratch = await mkdtemp(path.join(folder, 'run-'));
  try {
    const rows = await checkChain({ workspace, progress, scratch, signal, limit: prompts, all });
    process.stdout.write(`\n${renderParity(rows)}`);
    const failures = rows.flatMap(({ failure }) => failure ?? []);
    if (failures.length > 0) throw new SqlwrightError('parity.failed', `The chain changes what the model says:\n${failures.map((line) => `  ${line}`).join('\n')}`, { hint: 'Mend the first step that is named and make its artifact again.' });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Check {
  readonly workspace: Workspace;
  readonly progress: Progress;
  readonly scratch: string;
  readonly signal: AbortSignal;
  readonly limit: number;
  readonly all: boolean;
}

async function checkChain(check: Check): Promise<ParityRow[]> {
  const { workspace, progress, signal } = check;
  const train = await readStage('train', workspace.stageFolder('train'));
  const contract = promptContractSchema.parse(train.manifest.details['contract']);
  const schema = await readDatasetSchema(workspace);
  const questions = spread(await readQuestions(path.join(workspace.datasetFolder, workspace.config.evaluate.questions)), check.limit);
  const links = await listLinks(workspace, check.all, signal, progress);
  const judge = await openReplyJudge(workspace, { schema, contract, questions }, signal);
  const steps: ProbedStep[] = [];
  const add = async (step: Omit<ProbedStep, 'answers' | 'executionAccuracy'>, { answers }: Probed): Promise<void> => {
    steps.push({ ...step, answers, executionAccuracy: await judge.judge(answers.map(({ text }) => text)) });
    await keepRows(workspace, compareSteps(steps));
  };
  try {
    const { request, vocabulary } = await probeCheckpoints(check, train, toRequest(questions, contract, schema), add);
    for (const { files, from, ...link } of links) {
      progress.step(link.name);
      await add({ ...link, from: steps.some(({ name }) => name === from) ? from : 'litgpt', bytes: await sizeOf(files) }, await probeGguf(files, request, vocabulary, progress));
    }
    return compareSteps(steps);
  } finally {
    await judge.close();
  }
}

type AddStep = (step: Omit<ProbedStep, 'answers' | 'executionAccuracy'>, probed: Probed) => Promise<void>;

/** The two forms that only Python reads. What litgpt answers is what all others follow. */
async function probeCheckpoints(check: Check, train: Awaited<ReturnType<typeof readStage>>, request: ProbeRequest, add: AddStep): Promise<{ request: ProbeRequest; vocabulary: number }> {
  const { workspace, scratch, signal, progress } = check;
  const { baseModel, environment } = await openBaseModel(workspace, modelSourceSchema.parse(train.manifest.details['modelSource']), { signal, progress });
  progress.step('litgpt');
  const litgpt = await probeWithPython({ engine: 'litgpt', checkpoint: train.file('checkpoint'), tokenizer: baseModel.litgptFolder, request, scratch, environment, signal, progress });
  await add({ name: 'litgpt', from: undefined, lossless: true }, litgpt);
  const following = { ...request, teacher: litgpt.answers.map(({ reply }) => reply ?? []) };
  progress.step('Hugging Face');
  const exported = path.join(scratch, 'huggingface');
  await exportHuggingFace({ train, baseModel, environment, cacheFolder: workspace.cacheFolder, signal }, exported);
  await add({ name: 'huggingface', from: 'litgpt', lossless: true }, await probeWithPython({ engine: 'huggingface', checkpoint: exported, tokenizer: exported, request: following, scratch, environment, signal, progress }));
  return { request: following, vocabulary: litgpt.vocabulary };
}

async function keepRows(workspace: Workspace, rows: readonly ParityRow[]): Promise<void> {
  await mkdir(runsFolder(workspace), { recursive: true });
  await writeJson(path.join(runsFolder(workspace), 'parity.json'), rows);
  await writeFile(path.join(runsFolder(workspace), 'parity.md'), renderParity(rows));
}

function toRequest(questions: readonly EvaluationQuestion[], contract: PromptContract, schema: DatabaseSchema): ProbeRequest {
  const prompts = questions.map(({ question }) => renderPrompt(contract, schema, question));
  return { prompts: prompts.map(({ text }) => text), stop: [...(prompts[0]?.stop ?? [])], maxTokens: replyTokens, positions, teacher: null };
}
