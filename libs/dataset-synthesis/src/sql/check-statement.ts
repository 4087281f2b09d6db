import type { Database, QueryResult } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import type { DatabaseSchema } from '@sqlwright/schema';
import { guardSql } from '@sqlwright/sql-guard';
import type { RejectReason } from '../sample.ts';
import { canonicalizeSql } from './canonicalize-sql.ts';
import { discernStatement, type Discernment } from './discern-statement.ts';
import { chooseKnownGroups } from './known-groups.ts';
import { statementLevel, type Level } from './statement-level.ts';
import type { TableAliases } from './table-aliases.ts';

export interface Judge {
  readonly schema: DatabaseSchema;
  readonly database: Database;
  /** Longest run of one statement, in seconds. */
  readonly seconds: number;
  readonly aliases: TableAliases;
  readonly signal: AbortSignal;
}

export type StatementVerdict =
  | { readonly accepted: true; /** In canonical spelling. */ readonly sql: string; readonly tables: readonly string[]; readonly discernment: Discernment; readonly level: Level }
  | { readonly accepted: false; readonly reason: RejectReason; readonly detail: string };

/** More rows than this are not compared; the statement then keeps its own spelling. */
const maxRows = 10_000;

/**
 * Judges a statement: the guard must allow it and it must run on the seeded database in time. Groups that are chosen are known ones (`chooseKnownGroups`). The canonical spelling is taken if it
 * gives the same rows. A few near-misses are run beside it, to know whether the database tells it from them.
 * @throws SqlwrightError database.unavailable, run.cancelled
 */
export async function checkStatement(written: string, judge: Judge): Promise<StatementVerdict> {
  const verdict = await guardSql(written, judge.schema);
  if (!verdict.allowed) return { accepted: false, reason: `guard-${verdict.code}`, detail: verdict.reason };
  const sql = await chooseKnownGroups(written, judge.schema);
  const result = await run(sql, judge);
  if (SqlwrightError.is(result)) return { accepted: false, reason: result.code === 'database.timeout' ? 'query-too-slow' : 'query-failed', detail: result.message };
  const spelled = await canonical(sql, result, judge);
  return { accepted: true, sql: spelled, tables: verdict.relations, discernment: await discernStatement(spelled, result, judge), level: await statementLevel(spelled) };
}

async function canonical(sql: string, result: QueryResult, judge: Judge): Promise<string> {
  const rewritten = await canonicalizeSql(sql, judge.aliases);
  if (rewritten === sql || result.truncated) return sql;
  if (!(await guardSql(rewritten, judge.schema)).allowed) return sql;
  const again = await run(rewritten, judge);
  return !SqlwrightError.is(again) && haveSameRows(result, again) ? rewritten : sql;
}

/** The rows, or the error of a statement that the database refuses. */
async function run(sql: string, judge: Judge): Promise<QueryResult | SqlwrightError> {
  try {
    return await judge.database.read(sql, { maxRows, seconds: judge.seconds, signal: judge.signal });
  } catch (error) {
    if (SqlwrightError.is(error) && (error.code === 'database.query-failed' || error.code === 'database.timeout')) return error;
    throw error;
  }
}

/** Compares without order: what the rewriting changes cannot change an ORDER BY, and without one the order means nothing. */
function haveSameRows(a: QueryResult, b: QueryResult): boolean {
  const sorted = ({ rows }: QueryResult): string => rows.map((row) => JSON.stringify(row)).sort().join('\n');
  return a.truncated === b.truncated && sorted(a) === sorted(b);
}
