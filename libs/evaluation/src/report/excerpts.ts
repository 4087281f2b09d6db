import type { QueryResult } from '@sqlwright/database';
import { toCell } from '../comparison/cell.ts';
import type { Excerpt } from './evaluation-report.ts';

const shownRows = 5;

/** The first rows of what was expected and of what was given; rows that only one of the two has come before those of both, or nothing might be seen of what is wrong. */
export function excerpts(expected: QueryResult | undefined, given: QueryResult | undefined): { expected?: Excerpt; given?: Excerpt } {
  return { ...(expected === undefined ? {} : { expected: excerpt(expected, given) }), ...(given === undefined ? {} : { given: excerpt(given, expected) }) };
}

function excerpt(result: QueryResult, other: QueryResult | undefined): Excerpt {
  return { columns: [...result.columns], rows: ownFirst(result, other).slice(0, shownRows).map((row) => [...row]), total: result.rows.length };
}

/** Equal rows are counted: of three that the other side has twice, one is its own. Results of other columns have no row in common, and keep their order. */
function ownFirst({ rows }: QueryResult, other: QueryResult | undefined): QueryResult['rows'] {
  const left = Map.groupBy(other?.rows ?? [], keyOf);
  const isOwn = rows.map((row) => left.get(keyOf(row))?.pop() === undefined);
  return [...rows.filter((_, index) => isOwn[index]), ...rows.filter((_, index) => !isOwn[index])];
}

function keyOf(row: QueryResult['rows'][number]): string {
  return JSON.stringify(row.map(toCell));
}
