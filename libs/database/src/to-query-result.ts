import type { QueryResult, Value } from './database.ts';

/** Cuts the rows to the limit: one row more was fetched, so that a cut is known. */
export function toQueryResult(fetched: { columns: string[]; rows: unknown[][] }, maxRows: number): QueryResult {
  return { columns: fetched.columns, rows: fetched.rows.slice(0, maxRows) as Value[][], truncated: fetched.rows.length > maxRows };
}
