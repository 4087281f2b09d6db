import type { Database, QueryResult } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import type { DatabaseSchema } from '@sqlwright/schema';
import type { SqlGenerator } from '@sqlwright/sql-generation';
import { guardSql } from '@sqlwright/sql-guard';
import type { Answer, Answerer, AnswerOptions } from './answer.ts';
import { checkQuestion } from './check-question.ts';
import { formatAnswer } from './format-answer.ts';
import { timed } from './timed.ts';

export interface AnswererOptions {
  readonly generator: SqlGenerator;
  readonly database: Pick<Database, 'read'>;
  /** The tables that may be read. */
  readonly schema: DatabaseSchema;
  /** What a person is told when the database cannot answer. */
  readonly refusal: string;
  readonly limits: { readonly maxRows: number; /** Longest run of a statement. */ readonly seconds: number };
}

/** Question → SQL → guard → read-only execution → a sentence from the rows alone. The text of a row is data and never read as anything else. */
export function createAnswerer(options: AnswererOptions): Answerer {
  return {
    async answer(written, watch = {}) {
      const question = checkQuestion(written);
      const generated = await timed(() => options.generator.generate(question, { ...signalOption(watch.signal), ...(watch.onText === undefined ? {} : { onText: watch.onText }) }));
      const nothing: Nothing = { question, columns: [], rows: [], truncated: false, groundings: [], seconds: { generate: generated.seconds, execute: 0 } };
      if (generated.value.kind === 'abstention') return { ...nothing, status: 'refused', sql: null, answer: options.refusal };
      const { sql, groundings } = generated.value;
      watch.onSql?.(sql, groundings);
      return answerWithSql({ ...nothing, sql, groundings }, options, watch);
    },
  };
}

type Nothing = Omit<Answer, 'status' | 'sql' | 'answer'>;
type Pending = Nothing & { readonly sql: string };

async function answerWithSql(pending: Pending, { schema, database, limits }: AnswererOptions, watch: AnswerOptions): Promise<Answer> {
  const verdict = await guardSql(pending.sql, schema);
  if (!verdict.allowed) return { ...pending, status: 'blocked', answer: `This was not run: ${verdict.reason}`, reason: { code: verdict.code, message: verdict.reason } };
  const { value, seconds } = await timed(() => tryRead(() => database.read(pending.sql, { ...limits, ...signalOption(watch.signal) })));
  const spent = { ...pending.seconds, execute: seconds };
  if (SqlwrightError.is(value)) return { ...pending, status: 'failed', answer: value.message, reason: { code: value.code, message: value.message }, seconds: spent };
  watch.onRows?.(value);
  return { ...pending, ...value, status: 'answered', answer: formatAnswer(value), seconds: spent };
}

/** An error of the database belongs to the answer; a stopped run and a defect do not. */
async function tryRead(read: () => Promise<QueryResult>): Promise<QueryResult | SqlwrightError> {
  try {
    return await read();
  } catch (error) {
    if (SqlwrightError.is(error) && error.code.startsWith('database.')) return error;
    throw error;
  }
}

function signalOption(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
