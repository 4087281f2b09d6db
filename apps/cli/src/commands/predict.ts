import { rename, writeFile } from 'node:fs/promises';
import { predict as predictAll, readPredictionQuestions } from '@sqlwright/evaluation';
import { answeringGenerator } from '../answering-generator.ts';
import { openParallel, parallelism } from '../evaluation/parallel-model.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openAnswerer, type AnswerOptions } from './open-answerer.ts';

/** Writes the SQL by which `ask` would answer each line {"id","question"} of a file, as {"id","sql"}; sql is null where the model abstains. */
export async function predict(options: AnswerOptions & { questions: string; out: string }, signal: AbortSignal): Promise<void> {
  const questions = await readPredictionQuestions(options.questions);
  const progress = createTerminalProgress();
  const opened = await openAnswerer(options, signal, progress.note, { openModel: openParallel, writes: false });
  try {
    progress.step('predict');
    const predictions = await Array.fromAsync(predictAll({ questions, generator: answeringGenerator(opened.answerer), concurrency: parallelism(), signal, progress }));
    const draft = `${options.out}.draft-${process.pid}`;
    await writeFile(draft, predictions.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await rename(draft, options.out);
    progress.note(`${predictions.length} predictions of ${opened.model} are in ${options.out}.`);
  } finally {
    await opened.close();
  }
}
