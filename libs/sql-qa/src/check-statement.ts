import type { Database } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import type { DatabaseSchema } from '@sqlwright/schema';
import { guardSql } from '@sqlwright/sql-guard';
import type { AnswererOptions } from './create-answerer.ts';

/** What became of a statement that a person wrote to correct an answer. Its rows are not handed on: a correction is no way to run SQL. */
export type StatementCheck =
  | { readonly runs: true; readonly sql: string; readonly columns: readonly string[]; readonly rowCount: number }
  | { readonly runs: false; readonly reason: { readonly code: string; readonly message: string } };

export interface StatementChecker {
  readonly database: Pick<Database, 'read'>;
  readonly schema: DatabaseSchema;
  readonly limits: AnswererOptions['limits'];
  readonly denied?: readonly string[];
}

/**
 * Guards a statement and runs it read-only, as an answer's own statement is.
 * @throws SqlwrightError database.unavailable, run.cancelled
 */
export async function checkStatement(written: string, { database, schema, limits, denied = [] }: StatementChecker, signal?: AbortSignal): Promise<StatementCheck> {
  const sql = written.trim().replace(/;\s*$/, '');
  const verdict = await guardSql(sql, schema, { denied });
  if (!verdict.allowed) return { runs: false, reason: { code: verdict.code, message: verdict.reason } };
  try {
    const { columns, rows } = await database.read(verdict.sql, { ...limits, ...(signal === undefined ? {} : { signal }) });
    return { runs: true, sql, columns, rowCount: rows.length };
  } catch (error) {
    if (!SqlwrightError.is(error) || (error.code !== 'database.query-failed' && error.code !== 'database.timeout')) throw error;
    return { runs: false, reason: { code: error.code, message: error.message } };
  }
}
