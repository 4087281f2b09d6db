import { countUse, leastUsed, type Draw } from '../draw.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { cities, companies, countries, firstNames, lastNames, streets, titles } from './invented-values.ts';

const organisations = /\b(company|supplier|vendor|publisher|store|shop|branch|clinic|hospital|warehouse|manufacturer|brand|organization|firm|carrier|library|hotel)\b/;

/** Draws a value of a category or place; none where the column's values are not known. */
export function drawValue(draw: Draw, column: ColumnEntry): string | undefined {
  const known = column.values;
  if (known.length > 0) return drawKnown(draw, column);
  if (column.role === 'city' && /city|town/i.test(column.name)) return draw.random.pick(cities);
  return column.role === 'country' ? draw.random.pick(countries) : undefined;
}

/** Draws the known value that was used least so far, the first of them a little more often. */
function drawKnown(draw: Draw, column: ColumnEntry): string | undefined {
  const nameOf = (value: string): string => `value ${column.table}.${column.name} ${value}`;
  const value = draw.random.chance(0.3) ? draw.random.pick(column.values) : leastUsed(draw, column.values, nameOf);
  if (value !== undefined) countUse(draw, nameOf(value));
  return value;
}

/** Draws several different values of a category or place, as many as there are. */
export function drawValues(draw: Draw, column: ColumnEntry, count: number): string[] {
  const known = column.values.length > 0 ? column.values : column.role === 'city' && /city|town/i.test(column.name) ? cities : column.role === 'country' ? countries : [];
  return draw.random.sample(known, count);
}

export function drawPersonName(draw: Draw): string {
  const first = draw.random.pick(firstNames);
  return `${first} ${draw.random.pick(lastNames.filter((last) => last !== first))}`;
}

/** Draws what a row of the table could be called, from known values or invented. */
export function drawName(draw: Draw, table: TableEntry, column: ColumnEntry): string | undefined {
  const known = column.values;
  if (known.length > 0 && (known.length <= 30 || draw.random.chance(0.7))) return drawKnown(draw, column);
  if (column.role === 'code') return known.length > 0 ? draw.random.pick(known) : draw.random.chance(0.4) ? drawCode(draw) : undefined;
  if (column.role === 'street') return `${draw.random.integer(1, 250)} ${draw.random.pick(streets)}`;
  if (table.isPerson && !/company|title/.test(column.name)) return drawPersonName(draw);
  return draw.random.pick(organisations.test(table.singular) ? companies : titles);
}

/** A code as it may stand on a card or a label. */
export function drawCode(draw: Draw): string {
  return `${draw.random.pick(['', '', 'A', 'LC-', 'X'])}${draw.random.integer(10_000, 99_999_999)}`;
}

/** A round number within the range that the column's meaning makes likely. */
export function drawNumber(draw: Draw, column: ColumnEntry): number {
  const [low, high] = rangeOf(column);
  const number = low + draw.random.next() ** 1.5 * (high - low);
  const step = high - low > 50_000 ? 5000 : high - low > 5000 ? 500 : high - low > 400 ? 50 : high - low > 80 ? 5 : 1;
  return Math.max(low, Math.round(number / step) * step);
}

/** What there are few of, so that nobody asks for a booking of forty adults. */
const few = /\b(adults|children|kids|persons|people|passengers|travellers|guests|rooms|beds|bedrooms|bathrooms|floors?|storeys|attempts|retries|reminders|nights|doors|stops|dependents|siblings)$/;

function rangeOf({ role, minimum, maximum, names: [name] }: ColumnEntry): [number, number] {
  const usual: [number, number] =
    few.test(name) ? [1, 6] : role === 'amount' ? (/salary|budget|revenue|income/.test(name) ? [20_000, 120_000] : /fee|fine|tax|discount/.test(name) ? [1, 60] : [5, 900])
    : role === 'quantity' ? (/page/.test(name) ? [80, 900] : /point/.test(name) ? [50, 1000] : [1, 40])
    : /rating|score|stars|grade/.test(name) ? [1, 5] : /percent|rate|share/.test(name) ? [1, 60] : /duration|minutes/.test(name) ? [10, 120] : [1, 100];
  const low = minimum ?? Math.min(usual[0], maximum ?? Infinity);
  return [Math.ceil(Math.max(low, role === 'amount' || role === 'quantity' ? 1 : low)), maximum ?? Math.max(usual[1], low + 9)];
}
