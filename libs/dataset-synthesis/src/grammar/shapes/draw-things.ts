import { allConditions } from '../conditions/all-conditions.ts';
import { columnConditions } from '../conditions/column-conditions.ts';
import type { Draw } from '../draw.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { drawConditions, type Condition, type ConditionMaker, type Things } from '../things.ts';

/** Draws rows of a table that meet `count` conditions, none of them on the columns given. */
export function drawThings(draw: Draw, table: TableEntry, count: number, exclude: readonly ColumnEntry[] = []): Things {
  return drawUsual(draw, table, allConditions(draw.lexicon, table), count, exclude.map(aboutColumn));
}

/** What is said along with something else, as a sum or a group: mostly a kind, a state, a place or a time, seldom the rest. */
const usual = / (=|= again|true|false|named|such|overdue|undone|expired|current|year|since year|this month|last month|this year|last year|last days|older|younger)$/;

function drawUsual(draw: Draw, table: TableEntry, makers: readonly ConditionMaker[], count: number, exclude: readonly string[]): Things {
  if (count === 0 || !draw.random.chance(0.6)) return { table, conditions: drawConditions(draw, makers, count, exclude) };
  const first = drawConditions(draw, makers.filter(({ name }) => usual.test(name)), 1, exclude);
  return { table, conditions: [...first, ...drawConditions(draw, makers, count - first.length, [...exclude, ...first.map(({ about }) => about)])] };
}

/** The same without conditions on other tables: what stays simple within a longer statement. */
export function drawOwnThings(draw: Draw, table: TableEntry, count: number, exclude: readonly ColumnEntry[] = []): Things {
  return drawUsual(draw, table, columnConditions(table), count, exclude.map(aboutColumn));
}

/** The things of some time, as sums and numbers are asked for: last year, in March, this month. */
export function drawTimed(draw: Draw, table: TableEntry): Things {
  const makers = columnConditions(table).filter(({ name }) => / (year|month|this month|last month|this year|last year|last days|this week|today)$/.test(name));
  const conditions = drawConditions(draw, makers, 1);
  return conditions.length === 0 ? drawOwnThings(draw, table, 1) : { table, conditions };
}

/** What people name first of things: a kind, a state, a place, whose they are. */
const leading = / (=|= again|true|false|named|such|overdue|undone|expired|current)$/;
/** What they add: a time, a number, another kind, something that is missing. */
const adding = / (=|= again|true|false|>|<|older|younger|year|month|last days|last months|this week|this month|this year|last month|last year|today|since year|before year|missing|undone|unknown|there|in|named|such|some|none)$/;

/** Draws two conditions as they go together: open and urgent, paid and last month, from Berlin and over 60. */
export function drawPair(draw: Draw, table: TableEntry): Condition[] {
  const makers = allConditions(draw.lexicon, table);
  const [first] = drawConditions(draw, makers.filter(({ name }) => leading.test(name)), 1);
  if (first === undefined) return drawConditions(draw, makers, 2);
  const kinds = draw.random.chance(0.35) ? leading : adding;
  return [first, ...drawConditions(draw, makers.filter(({ name }) => kinds.test(name)), 1, [first.about])];
}

/** No condition half the time, else one. */
export function maybeOne(draw: Draw, share = 0.5): number {
  return draw.random.chance(share) ? 1 : 0;
}

function aboutColumn({ table, name }: ColumnEntry): string {
  return `${table}.${name}`;
}
