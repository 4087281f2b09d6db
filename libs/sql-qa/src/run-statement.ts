import type { QueryResult } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { guardSql } from '@sqlwright/sql-guard';
import type { Answer, AnswerOptions } from './answer.ts';
import type { AnswererOptions } from './create-answerer.ts';
import type { Statement } from './find-statement.ts';
import { timed } from './timed.ts';

/** What became of a statement. */
export type Outcome =
  | { readonly result: QueryResult; readonly seconds: number }
  | { readonly result?: undefined; readonly status: 'blocked' | 'failed'; readonly answer: string; readonly reason: NonNullable<Answer['reason']>; readonly seconds: number };

/** Guards a statement and runs it read-only. @throws SqlwrightError run.cancelled */
export async function runStatement({ sql, groundings }: Statement, options: AnswererOptions, watch: AnswerOptions): Promise<Outcome> {
  watch.onSql?.(sql, groundings);
  const verdict = await guardSql(sql, options.schema, options.denied === undefined ? {} : { denied: options.denied });
  if (!verdict.allowed) return { status: 'blocked', answer: `This was not run: ${verdict.reason}`, reason: { code: verdict.code, message: verdict.reason }, seconds: 0 };
  const limits = { ...options.limits, ...(watch.signal === undefined ? {} : { signal: watch.signal }) };
  const { value, seconds } = await timed(() => tryRead(() => options.database.read(verdict.sql, limits)));
  if (SqlwrightError.is(value)) return { status: 'failed', answer: value.message, reason: { code: value.code, message: value.message }, seconds };
  watch.onRows?.(value);
  return { result: value, seconds };
}

const repairableCodes = new Set(['not-sql', 'unknown-relation', 'forbidden-function', 'forbidden-node', 'database.query-failed']);

/** Whether another statement may do better: not where this one took too long, was meant to do harm, or was confirmed. */
export function isRepairable(statement: Statement, outcome: Outcome): outcome is Extract<Outcome, { status: string }> {
  return outcome.result === undefined && statement.confirmed !== true && repairableCodes.has(outcome.reason.code);
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
