import { cancelled } from '@sqlwright/errors';
import type { Progress } from '@sqlwright/artifacts';
import type { SqlGenerator } from '@sqlwright/sql-generation';
import type { ExecutionContext } from './judgement/execute.ts';
import { judge } from './judgement/judge.ts';
import { rightOutcomes } from './judgement/outcome.ts';
import type { GoldResult } from './judgement/run-gold.ts';
import type { EvaluationQuestion } from './questions/evaluation-question.ts';
import type { QuestionRecord } from './report/evaluation-report.ts';

/** A question with the results of its gold SQL. */
export interface PreparedQuestion {
  readonly question: EvaluationQuestion;
  readonly gold: readonly GoldResult[];
}

export interface AskedQuestion {
  readonly record: QuestionRecord;
  /** The SQL, or what the model said instead. */
  readonly reply: string;
  /** From question to SQL. */
  readonly seconds: number;
}

/**
 * Puts questions to a generator, one after the other, and judges what it writes. A prediction that cannot run is judged, not thrown.
 * @throws SqlwrightError run.cancelled; whatever the generator or the database throws when it is itself out of order
 */
export async function ask(generator: SqlGenerator, questions: readonly PreparedQuestion[], context: ExecutionContext, progress: Progress): Promise<AskedQuestion[]> {
  const asked: AskedQuestion[] = [];
  const startedAt = performance.now();
  for (const question of questions) {
    if (context.limits.signal?.aborted === true) throw cancelled();
    asked.push(await askOne(generator, question, context));
    const elapsed = (performance.now() - startedAt) / 1000;
    progress.update({ done: asked.length, total: questions.length, remark: tally(asked), secondsLeft: (elapsed / asked.length) * (questions.length - asked.length) });
  }
  return asked;
}

async function askOne(generator: SqlGenerator, { question, gold }: PreparedQuestion, context: ExecutionContext): Promise<AskedQuestion> {
  const { signal } = context.limits;
  const startedAt = performance.now();
  const generated = await generator.generate(question.question, signal === undefined ? {} : { signal });
  const seconds = (performance.now() - startedAt) / 1000;
  const predicted = generated.kind === 'sql' ? generated.sql : null;
  const judgement = await judge(predicted, question.gold === null ? null : gold, context);
  return { record: { ...question, predicted, ...judgement }, reply: predicted ?? generated.reply, seconds };
}

function tally(asked: readonly AskedQuestion[]): string {
  const right = asked.filter(({ record }) => rightOutcomes.includes(record.outcome)).length;
  return `${right} of ${asked.length} right`;
}
