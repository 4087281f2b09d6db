import { rename, writeFile } from 'node:fs/promises';
import { predict as predictAll, readPredictionQuestions } from '@sqlwright/evaluation';
import { readConfirmed } from '@sqlwright/server/feedback';
import type { ServedModel } from '@sqlwright/server';
import { answeringGenerator } from '../answering-generator.ts';
import { openParallel, parallelism } from '../evaluation/parallel-model.ts';
import { openDataset } from '../serving/open-dataset.ts';
import { openDatasetAnswerer } from '../serving/open-dataset-answerer.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { feedbackFile, openWorkspace } from '../workspace.ts';
import type { AnswerOptions } from './open-answerer.ts';

/** Writes the SQL by which `ask` would answer each line {"id","question"} of a file, as {"id","sql"}; sql is null where the model abstains. */
export async function predict(options: AnswerOptions & { questions: string; out: string }, signal: AbortSignal): Promise<void> {
  const questions = await readPredictionQuestions(options.questions);
  const progress = createTerminalProgress();
  const workspace = await openWorkspace(options.dataset);
  const dataset = await openDataset(workspace, options.databaseUrl);
  let opened: ServedModel | undefined;
  try {
    const { sqlOf: confirmedSql } = await readConfirmed(feedbackFile(workspace));
    const { minConfidence } = workspace.config.answer;
    opened = await openDatasetAnswerer(dataset, { model: options.model, openModel: openParallel, signal, note: progress.note, confirmedSql, minConfidence, writer: undefined });
    progress.step('predict');
    const predictions = await Array.fromAsync(predictAll({ questions, generator: answeringGenerator(opened.answerer), concurrency: parallelism(), signal, progress }));
    const draft = `${options.out}.draft-${process.pid}`;
    await writeFile(draft, predictions.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await rename(draft, options.out);
    progress.note(`${predictions.length} predictions of ${opened.name} are in ${options.out}.`);
  } finally {
    await Promise.all([opened?.close(), dataset.database.close()]);
  }
}
