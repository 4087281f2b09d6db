import { existsSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readStage, writeJson, type Progress } from '@sqlwright/artifacts';
import { quantizationFormats, quantizeFile, type QuantizationFormat } from '@sqlwright/conversion';
import { SqlwrightError } from '@sqlwright/errors';
import { chooseForm, judgeCandidates, readQuestions, renderChoice, scoredRun, type Candidate, type MeasuredForm } from '@sqlwright/evaluation';
import type { LanguageModel } from '@sqlwright/language-model';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { runsFolder } from '../evaluation/keep-run.ts';
import { openParallel, parallelism } from '../evaluation/parallel-model.ts';
import { openGenerator } from '../open-generator.ts';
import { resolveModel, type ModelFiles } from '../resolve-model.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

interface Form {
  readonly name: string;
  readonly files: ModelFiles;
}

/**
 * Asks every form of a dataset's model the development questions and says which one to serve, by size, speed and accuracy and the wish of the configuration.
 * @throws SqlwrightError artifact.missing
 */
export async function chooseQuantization(dataset: string, signal: AbortSignal): Promise<void> {
  const workspace = await openWorkspace(dataset);
  const { wish, allowedLoss } = workspace.config.quantize;
  const progress = createTerminalProgress();
  const measured = await measure(workspace, await makeForms(workspace, signal, progress), signal, progress);
  const choice = chooseForm(measured, wish, allowedLoss);
  await mkdir(runsFolder(workspace), { recursive: true });
  await writeJson(path.join(runsFolder(workspace), 'quantization.json'), choice);
  await writeFile(path.join(runsFolder(workspace), 'quantization.md'), renderChoice(choice));
  process.stdout.write(`\n${renderChoice(choice)}\nTo use it: set answer.model and evaluate.model of datasets/${dataset}/dataset.config.json to "${choice.chosen}".\n`);
}

/** Adapter and f16 where `convert` made them, and every format; one that the stage `quantize` did not make is made among what may be thrown away. */
async function makeForms(workspace: Workspace, signal: AbortSignal, progress: Progress): Promise<Form[]> {
  const finder = { workspace, signal, note: progress.note };
  const convert = await readStage('convert', workspace.stageFolder('convert'));
  const forms: Form[] = [];
  if (existsSync(convert.file('adapter.gguf'))) forms.push({ name: 'adapter', files: await resolveModel(finder, 'adapter') });
  const merged = convert.file('merged-f16.gguf');
  if (!existsSync(merged)) return forms;
  forms.push({ name: 'f16', files: { file: merged, made: merged } });
  for (const format of Object.keys(quantizationFormats) as QuantizationFormat[]) {
    const file = await makeQuantized(workspace, convert.digest, merged, format, signal, progress);
    forms.push({ name: format, files: { file, made: file } });
  }
  return forms;
}

async function makeQuantized(workspace: Workspace, digest: string, source: string, format: QuantizationFormat, signal: AbortSignal, progress: Progress): Promise<string> {
  const made = path.join(workspace.stageFolder('quantize'), `${format}.gguf`);
  if (existsSync(made) && (await readStage('quantize', workspace.stageFolder('quantize'))).manifest.upstream.convert === digest) return made;
  const folder = path.join(workspace.cacheFolder, 'quantized', digest.slice(0, 16));
  const target = path.join(folder, `${format}.gguf`);
  if (existsSync(target)) return target;
  progress.step(`quantize to ${format}`);
  await mkdir(folder, { recursive: true });
  await quantizeFile({ source, target, format, signal, onTensor: (done, total) => progress.update({ done, total, remark: 'tensors' }) });
  return target;
}

async function measure(workspace: Workspace, forms: readonly Form[], signal: AbortSignal, progress: Progress): Promise<MeasuredForm[]> {
  if (forms.length === 0) throw new SqlwrightError('artifact.missing', 'The stage convert made no model.', { hint: 'Set convert.forms and run: sqlwright convert' });
  const settings = workspace.config.evaluate;
  const schema = await readDatasetSchema(workspace);
  const questions = await readQuestions(path.join(workspace.datasetFolder, settings.questions));
  const database = await openSeededDatabase(workspace, schema);
  const domains = await database.readDomains(schema);
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
    return await Promise.all(report.candidates.map(async (candidate, index) => {
      const { right } = scoredRun(candidate);
      return { name: candidate.name, bytes: await sizeOf(forms[index]!.files), seconds: candidate.medianSeconds, right: [...right.values()].filter(Boolean).length, questions: right.size };
    }));
  } finally {
    await Promise.all([database.close(), ...models.map((model) => model.close())]);
  }
}

async function sizeOf({ file, adapter }: ModelFiles): Promise<number> {
  return (await stat(file)).size + (adapter === undefined ? 0 : (await stat(adapter)).size);
}
