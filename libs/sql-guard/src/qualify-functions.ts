import type { FuncCall, SelectStmt } from 'libpg-query';
import { findNodes } from './tree.ts';

const schema = 'pg_catalog.';

/**
 * Writes `pg_catalog.` before each function that is named without a schema. PostgreSQL takes the function whose types fit best, so that a
 * `lower(integer)` of the database would be called where the guard read PostgreSQL's own.
 */
export function qualifyFunctions(sql: string, statement: SelectStmt): string {
  const calls = findNodes<FuncCall>(statement, 'FuncCall').filter(({ funcname }) => funcname?.length === 1);
  const bytes = Buffer.from(sql);
  const places = [...new Set(calls.map(({ location }) => location ?? 0))].sort((a, b) => a - b);
  const pieces = places.map((place, index) => bytes.subarray(places[index - 1] ?? 0, place).toString());
  return [...pieces, bytes.subarray(places.at(-1) ?? 0).toString()].join(schema);
}
