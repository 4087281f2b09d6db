import type { Database, QueryResult } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { digestText } from '@sqlwright/artifacts';
import { nearMisses } from './near-misses.ts';

/** What the seeded database tells of a statement. */
export interface Discernment {
  /** It gives no row, or nothing but NULL, 0 or false. */
  readonly empty: boolean;
  /** Near-misses that were run. */
  readonly nearMisses: number;
  /** How many of them gave another result. */
  readonly told: number;
}

const mostNearMisses = 3;

/**
 * Runs a few near-misses of a statement, chosen by its digest, and counts those whose result differs. One that the database refuses counts as different.
 * @param result that of the statement
 * @throws SqlwrightError database.unavailable, run.cancelled
 */
export async function discernStatement(sql: string, result: QueryResult, { database, seconds, signal }: { database: Database; seconds: number; signal: AbortSignal }): Promise<Discernment> {
  const ranked = (await nearMisses(sql)).map((miss) => ({ sql: miss.sql, rank: digestText(miss.sql) })).sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, mostNearMisses);
  const [own, isOrdered] = [rowsOf(result, true), /\bORDER BY\b/.test(sql)];
  let told = 0;
  for (const miss of ranked) {
    const other = await read(miss.sql);
    if (other === undefined || (isOrdered ? rowsOf(other, true) !== own : rowsOf(other, false) !== rowsOf(result, false))) told += 1;
  }
  return { empty: isEmpty(result), nearMisses: ranked.length, told };

  async function read(text: string): Promise<QueryResult | undefined> {
    try {
      return await database.read(text, { maxRows: 1000, seconds, signal });
    } catch (error) {
      if (SqlwrightError.is(error) && (error.code === 'database.query-failed' || error.code === 'database.timeout')) return undefined;
      throw error;
    }
  }
}

function rowsOf({ rows }: QueryResult, isOrdered: boolean): string {
  const lines = rows.slice(0, 1000).map((row) => JSON.stringify(row));
  return (isOrdered ? lines : lines.sort()).join('\n');
}

function isEmpty({ rows }: QueryResult): boolean {
  const [first] = rows;
  return first === undefined || (rows.length === 1 && first.every((value) => value === null || value === 0 || value === false || value === '0'));
}
