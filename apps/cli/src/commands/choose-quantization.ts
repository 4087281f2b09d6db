import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readStage, writeJson } from '@sqlwright/artifacts';
import { usesImportanceMatrix } from '@sqlwright/conversion';
import { SqlwrightError } from '@sqlwright/errors';
import { chooseForm, readQuestions, renderChoice, spread, type FormChoice, type MeasuredForm } from '@sqlwright/evaluation';
import { readDatasetSchema } from '../dataset-schema.ts';
import { openFormBench, type FormBench } from '../evaluation/open-form-bench.ts';
import { runsFolder } from '../evaluation/keep-run.ts';
import { makeForms, type Form } from '../evaluation/make-forms.ts';
import { measuredForms } from '../evaluation/measured-forms.ts';
import { sizeOf } from '../evaluation/size-of.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

export interface ChooseQuantizationOptions {
  readonly dataset: string;
  /** Questions that each form is asked at most, at even distances; all where it is not given. */
  readonly questions?: number;
  /** Measure what an earlier run has measured. */
  readonly again?: boolean;
}

/**
 * Asks every form of a dataset's model the development questions, compares its predictions with those of f16, and says which one to serve, by size, speed and accuracy
 * and the wish of the configuration. What was measured is kept form by form: a run that broke off goes on where it was.
 * @throws SqlwrightError artifact.missing
 */
export async function chooseQuantization({ dataset, questions: limit, again = false }: ChooseQuantizationOptions, signal: AbortSignal): Promise<void> {
  const workspace = await openWorkspace(dataset);
  const progress = createTerminalProgress();
  const forms = await makeForms({ workspace, signal, progress });
  if (forms.length === 0) throw new SqlwrightError('artifact.missing', 'The stage convert made no model.', { hint: 'Set convert.forms and run: sqlwright convert' });
  const schema = await readDatasetSchema(workspace);
  const questions = spread(await readQuestions(path.join(workspace.datasetFolder, workspace.config.evaluate.questions)), limit);
  const convert = await readStage('convert', workspace.stageFolder('convert'));
  const kept = measuredForms(workspace, [convert.digest, schema, workspace.config.schema.seed, questions, workspace.config.evaluate.maxTokens]);
  const bench = await openFormBench({ workspace, schema, questions, f16: forms.find(({ format }) => format === 'f16'), signal, progress });
  try {
    const measured: MeasuredForm[] = [];
    for (const form of forms) {
      const known = again ? undefined : await kept.read(form.name);
      if (known !== undefined) progress.note(`${form.name}: measured by an earlier run (--again measures it anew)`);
      const figures = known ?? (await measureAndKeep(form, bench, kept));
      measured.push({ name: form.name, format: form.format, importanceMatrix: form.importanceMatrix, bytes: await sizeOf(form.files), ...figures });
    }
    await finish(workspace, forms, measured);
  } finally {
    await bench.close();
  }
}

async function measureAndKeep(form: Form, bench: FormBench, kept: ReturnType<typeof measuredForms>): ReturnType<FormBench['measure']> {
  const figures = await bench.measure(form);
  await kept.keep(form.name, figures);
  return figures;
}

async function finish(workspace: Workspace, forms: readonly Form[], measured: readonly MeasuredForm[]): Promise<void> {
  const { wish, allowedLoss, allowedDivergence } = workspace.config.quantize;
  const choice: FormChoice = chooseForm(measured, wish, { loss: allowedLoss, divergence: allowedDivergence });
  await mkdir(runsFolder(workspace), { recursive: true });
  await writeJson(path.join(runsFolder(workspace), 'quantization.json'), choice);
  await writeFile(path.join(runsFolder(workspace), 'quantization.md'), renderChoice(choice));
  process.stdout.write(`\n${renderChoice(choice)}\n${renderUse(workspace.dataset, forms.find(({ name }) => name === choice.chosen)!)}\n`);
}

/** What to set so that the stages make the chosen form and serve it. */
function renderUse(dataset: string, { format, importanceMatrix }: Form): string {
  const served = `To use it: set answer.model and evaluate.model of datasets/${dataset}/dataset.config.json to "${format}"`;
  if (format === 'adapter' || format === 'f16') return `${served}.`;
  return `${served}, name it in quantize.formats${usesImportanceMatrix(format) ? ` and set quantize.importanceMatrix to "${importanceMatrix ? 'training-prompts' : 'none'}"` : ''}.`;
}
