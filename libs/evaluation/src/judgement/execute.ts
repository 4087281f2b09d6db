import type { Database, QueryResult, ReadLimits } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import type { DatabaseSchema } from '@sqlwright/schema';
import { guardSql } from '@sqlwright/sql-guard';

/** Where and within which limits SQL runs. */
export interface ExecutionContext {
  readonly schema: DatabaseSchema;
  readonly database: Database;
  readonly limits: ReadLimits;
}

export type Execution =
  | { readonly kind: 'result'; readonly result: QueryResult }
  | { readonly kind: 'blocked' | 'failed' | 'timeout'; readonly detail: string };

/**
 * Guards SQL and runs it; SQL that cannot run is a result too.
 * @throws SqlwrightError database.unavailable, run.cancelled: not the fault of the SQL
 */
export async function execute(sql: string, context: ExecutionContext): Promise<Execution> {
  const verdict = await guardSql(sql, context.schema);
  if (!verdict.allowed) return { kind: 'blocked', detail: verdict.reason };
  try {
    return { kind: 'result', result: await context.database.read(sql, context.limits) };
  } catch (thrown) {
    if (!SqlwrightError.is(thrown)) throw thrown;
    if (thrown.code === 'database.timeout') return { kind: 'timeout', detail: thrown.message };
    if (thrown.code === 'database.query-failed') return { kind: 'failed', detail: thrown.message };
    throw thrown;
  }
}
