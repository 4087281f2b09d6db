import { sequenceProbability, type FailedStatement, type Grounding, type ImpossibleValue } from '@sqlwright/sql-generation';
import type { AnswerOptions } from './answer.ts';
import type { AnswererOptions } from './create-answerer.ts';
import { timed } from './timed.ts';

/** A statement for a question, before guard and database have seen it. */
export interface Statement {
  readonly sql: string;
  readonly groundings: readonly Grounding[];
  /** A person said that it is right for this question. */
  readonly confirmed?: boolean;
}

export interface FoundStatement {
  /** Undefined: the database cannot answer, or the model is not sure. */
  readonly statement?: Statement;
  readonly isUnsure?: boolean;
  /** The model's statement asked for a value that the schema rules out. */
  readonly impossible?: ImpossibleValue;
  /** All that the model tried to write named what the schema does not have. */
  readonly isUnwritable?: true;
  /** Probability of the model's whole reply; only where a limit is set for it and the provider tells. */
  readonly confidence?: number | undefined;
  readonly seconds: number;
}

/** How another statement is asked for, beside the one that the model takes for the likeliest. */
export interface FurtherTry {
  /** The number of the try, so that each gives another statement and the same one every time. */
  readonly seed: number;
  readonly temperature?: number;
  /** The statement in whose place another one is wanted. */
  readonly failed?: FailedStatement;
}

/**
 * The confirmed statement of a question, else what the model writes.
 * @throws SqlwrightError of the model: provider.*, model.*, run.cancelled
 */
export async function findStatement(question: string, options: AnswererOptions, watch: AnswerOptions, further?: FurtherTry): Promise<FoundStatement> {
  const confirmed = further === undefined ? options.confirmedSql?.(question) : undefined;
  if (confirmed !== undefined) return { statement: { sql: confirmed, groundings: [], confirmed: true }, seconds: 0 };
  const least = options.minConfidence ?? 0;
  const settings = {
    ...(watch.signal === undefined ? {} : { signal: watch.signal }),
    ...(watch.onText === undefined || further !== undefined ? {} : { onText: watch.onText }),
    ...further,
    ...(least > 0 ? { logProbabilities: true } : {}),
  };
  const { value, seconds } = await timed(() => options.generator.generate(question, settings));
  const confidence = sequenceProbability(value.logProbabilities) ?? undefined;
  if (value.kind === 'abstention') {
    const { impossible, isUnwritable } = value;
    return { confidence, seconds, ...(impossible === undefined ? {} : { impossible }), ...(isUnwritable === undefined ? {} : { isUnwritable }) };
  }
  if (further === undefined && confidence !== undefined && confidence < least) return { confidence, seconds, isUnsure: true };
  return { statement: { sql: value.sql, groundings: value.groundings }, confidence, seconds };
}
