import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readStage, writeJson, type Progress } from '@sqlwright/artifacts';
import { exportHuggingFace } from '@sqlwright/conversion';
import { modelSourceSchema } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import { compareSteps, readQuestions, renderParity, type EvaluationQuestion, type ParityRow } from '@sqlwright/evaluation';
import { promptContractSchema, renderPrompt, type PromptContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { readDatasetSchema } from '../dataset-schema.ts';
import { runsFolder } from '../evaluation/keep-run.ts';
import { judgeReplies } from '../evaluation/parity/judge-replies.ts';
import { probeGguf } from '../evaluation/parity/probe-gguf.ts';
import { probeWithPython, type ProbeRequest, type Probed } from '../evaluation/parity/probe-with-python.ts';
import { openBaseModel } from '../open-base-model.ts';
import { builtFile, resolveModel, type ModelForm } from '../resolve-model.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

const forms: readonly { readonly form: ModelForm; readonly from: string; readonly lossless: boolean }[] = [
  { form: 'f16', from: 'huggingface', lossless: true },
  { form: 'Q8_0', from: 'f16', lossless: false },
  { form: 'Q6_K', from: 'f16', lossless: false },
  { form: 'Q5_K_M', from: 'f16', lossless: false },
  { form: 'Q4_K_M', from: 'f16', lossless: false },
  // The base of the packaged model is the very file that was trained on.
  { form: 'adapter', from: 'litgpt', lossless: true },
];

const replyTokens = 96;
const positions = 12;

/**
 * Asks the same questions of every form of a dataset's model, from litgpt's checkpoint to each GGUF, and holds each against the one that it was made from.
 * @throws SqlwrightError parity.failed naming the step, artifact.missing
 */
export async function parity(options: { dataset: string; prompts: number }, signal: AbortSignal): Promise<void> {
  const workspace = await openWorkspace(options.dataset);
  const progress = createTerminalProgress();
  const folder = path.join(workspace.cacheFolder, 'parity');
  await mkdir(folder, { recursive: true });
  const scratch = await mkdtemp(path.join(folder, 'run-'));
  try {
    const rows = await checkChain({ workspace, progress, scratch, signal, limit: options.prompts });
    await mkdir(runsFolder(workspace), { recursive: true });
    await writeJson(path.join(runsFolder(workspace), 'parity.json'), rows);
    await writeFile(path.join(runsFolder(workspace), 'parity.md'), renderParity(rows));
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
  /** Questions that are asked. */
  readonly limit: number;
}

async function checkChain(check: Check): Promise<ParityRow[]> {
  const { workspace, progress, scratch, signal } = check;
  const train = await readStage('train', workspace.stageFolder('train'));
  const contract = promptContractSchema.parse(train.manifest.details['contract']);
  const schema = await readDatasetSchema(workspace);
  const questions = await chooseQuestions(workspace, check.limit);
  const request = toRequest(questions, contract, schema);
  const { baseModel, environment } = await openBaseModel(workspace, modelSourceSchema.parse(train.manifest.details['modelSource']), { signal, progress });
  progress.step('litgpt');
  const litgpt = await probeWithPython({ engine: 'litgpt', checkpoint: train.file('checkpoint'), tokenizer: baseModel.litgptFolder, request, scratch, environment, signal, progress });
  const teacher = litgpt.answers.map(({ reply }) => reply ?? []);
  progress.step('Hugging Face');
  const exported = path.join(scratch, 'huggingface');
  await exportHuggingFace({ train, baseModel, environment, cacheFolder: workspace.cacheFolder, signal }, exported);
  const huggingFace = await probeWithPython({ engine: 'huggingface', checkpoint: exported, tokenizer: exported, request: { ...request, teacher }, scratch, environment, signal, progress });
  const probed: { name: string; from: string | undefined; lossless: boolean; bytes?: number; probe: Probed }[] = [
    { name: 'litgpt', from: undefined, lossless: true, probe: litgpt },
    { name: 'huggingface', from: 'litgpt', lossless: true, probe: huggingFace },
  ];
  for (const { form, from, lossless } of forms) {
    if (!existsSync(builtFile(workspace, form))) continue;
    progress.step(form);
    const files = await resolveModel({ workspace, signal, note: progress.note }, form);
    const probe = await probeGguf(files, { ...request, teacher }, litgpt.vocabulary, progress);
    probed.push({ name: form, from: probed.some(({ name }) => name === from) ? from : 'litgpt', lossless, bytes: await sizeOf(files), probe });
  }
  progress.step('execution accuracy');
  const accuracies = await judgeReplies(workspace, { schema, contract, questions, probes: probed.map(({ name, probe }) => ({ name, texts: probe.answers.map(({ text }) => text) })) }, signal, progress);
  return compareSteps(probed.map(({ probe, ...step }, index) => ({ ...step, answers: probe.answers, executionAccuracy: accuracies[index] ?? null })));
}

async function sizeOf({ file, adapter }: { file: string; adapter?: string }): Promise<number> {
  return (await stat(file)).size + (adapter === undefined ? 0 : (await stat(adapter)).size);
}

/** Questions at even distances, so that every topic and the unanswerable ones are among them. */
async function chooseQuestions(workspace: Workspace, limit: number): Promise<EvaluationQuestion[]> {
  const all = await readQuestions(path.join(workspace.datasetFolder, workspace.config.evaluate.questions));
  const step = Math.max(1, all.length / limit);
  return Array.from({ length: Math.min(limit, all.length) }, (_, index) => all[Math.floor(index * step)]!);
}

function toRequest(questions: readonly EvaluationQuestion[], contract: PromptContract, schema: DatabaseSchema): ProbeRequest {
  const prompts = questions.map(({ question }) => renderPrompt(contract, schema, question));
  return { prompts: prompts.map(({ text }) => text), stop: [...(prompts[0]?.stop ?? [])], maxTokens: replyTokens, positions, teacher: null };
}
