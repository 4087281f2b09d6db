import type { Progress } from '@sqlwright/artifacts';
import { cancelled } from '@sqlwright/errors';
import type { SqlGenerator } from '@sqlwright/sql-generation';
import type { PredictionQuestion } from './questions/read-prediction-questions.ts';

export interface PredictInput {
  readonly questions: readonly PredictionQuestion[];
  readonly generator: SqlGenerator;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** The SQL for one question, not guarded and not run; null where the model abstains. */
export interface Prediction {
  readonly id: PredictionQuestion['id'];
  readonly sql: string | null;
}

/**
 * Writes SQL for questions, one after the other, and hands each on as it comes, so that other tools can score it.
 * @throws SqlwrightError run.cancelled; errors of the generator
 */
export async function* predict({ questions, generator, signal, progress }: PredictInput): AsyncGenerator<Prediction, void> {
  progress.step('predict');
  for (const [index, { id, question }] of questions.entries()) {
    if (signal.aborted) throw cancelled();
    const generated = await generator.generate(question, { signal });
    yield { id, sql: generated.kind === 'sql' ? generated.sql : null };
    progress.update({ done: index + 1, total: questions.length });
  }
}
