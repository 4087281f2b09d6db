import { allConditions } from '../conditions/all-conditions.ts';
import { columnConditions } from '../conditions/column-conditions.ts';
import type { Draw } from '../draw.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { drawConditions, type Things } from '../things.ts';

/** Draws rows of a table that meet `count` conditions, none of them on the columns given. */
export function drawThings(draw: Draw, table: TableEntry, count: number, exclude: readonly ColumnEntry[] = []): Things {
  return { table, conditions: drawConditions(draw, allConditions(draw.lexicon, table), count, exclude.map(aboutColumn)) };
}

/** The same without conditions on other tables: what stays simple within a longer statement. */
export function drawOwnThings(draw: Draw, table: TableEntry, count: number, exclude: readonly ColumnEntry[] = []): Things {
  return { table, conditions: drawConditions(draw, columnConditions(table), count, exclude.map(aboutColumn)) };
}

/** No condition half the time, else one. */
export function maybeOne(draw: Draw, share = 0.5): number {
  return draw.random.chance(share) ? 1 : 0;
}

function aboutColumn({ table, name }: ColumnEntry): string {
  return `${table}.${name}`;
}
