import type { Progress } from '@sqlwright/artifacts';
import { cancelled } from '@sqlwright/errors';
import type { SqlGenerator } from '@sqlwright/sql-generation';
import type { PredictionQuestion } from './questions/read-prediction-questions.ts';

export interface PredictInput {
  readonly questions: readonly PredictionQuestion[];
  readonly generator: SqlGenerator;
  /** Questions under way at the same time; 1 by default. */
  readonly concurrency?: number;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** The SQL for one question as the generator gives it; null where the model abstains. */
export interface Prediction {
  readonly id: PredictionQuestion['id'];
  readonly sql: string | null;
}

/**
 * Writes SQL for questions and hands each on in their order as it comes, so that other tools can score it.
 * @throws SqlwrightError run.cancelled; errors of the generator
 */
export async function* predict({ questions, generator, concurrency = 1, signal, progress }: PredictInput): AsyncGenerator<Prediction, void> {
  progress.step('predict');
  const running: Promise<Prediction>[] = [];
  for (let done = 0; done < questions.length; done += 1) {
    if (signal.aborted) throw cancelled();
    for (const question of questions.slice(running.length, done + concurrency)) running.push(start(question, generator, signal));
    yield await running[done]!;
    progress.update({ done: done + 1, total: questions.length });
  }
}

function start({ id, question }: PredictionQuestion, generator: SqlGenerator, signal: AbortSignal): Promise<Prediction> {
  const prediction = generator.generate(question, { signal }).then((generated): Prediction => ({ id, sql: generated.kind === 'sql' ? generated.sql : null }));
  // One that fails is met when its turn comes, or never, where an earlier one has failed.
  prediction.catch(() => undefined);
  return prediction;
}
