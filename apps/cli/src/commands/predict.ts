import { rename, writeFile } from 'node:fs/promises';
import { predict as predictAll, readPredictionQuestions } from '@sqlwright/evaluation';
import { openParallel, parallelism } from '../evaluation/parallel-model.ts';
import { openDataset } from '../serving/open-dataset.ts';
import { openDatasetModel, type DatasetModel } from '../serving/open-dataset-model.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openWorkspace } from '../workspace.ts';
import type { AnswerOptions } from './open-answerer.ts';

/** Writes the SQL for each line {"id","question"} of a file as {"id","sql"}; sql is null where the model abstains. */
export async function predict(options: AnswerOptions & { questions: string; out: string }, signal: AbortSignal): Promise<void> {
  const questions = await readPredictionQuestions(options.questions);
  const progress = createTerminalProgress();
  const dataset = await openDataset(await openWorkspace(options.dataset), options.databaseUrl);
  let opened: DatasetModel | undefined;
  try {
    opened = await openDatasetModel(dataset, { model: options.model, openModel: openParallel, signal, note: progress.note });
    progress.step('predict');
    const predictions = await Array.fromAsync(predictAll({ questions, generator: opened.generator, concurrency: parallelism(), signal, progress }));
    const draft = `${options.out}.draft-${process.pid}`;
    await writeFile(draft, predictions.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await rename(draft, options.out);
    progress.note(`${predictions.length} predictions of ${opened.name} are in ${options.out}.`);
  } finally {
    await Promise.all([opened?.model.close(), dataset.database.close()]);
  }
}
