import { pluralOf } from '../english/inflect.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { mainMoment, momentWords } from '../lexicon/moment-words.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayColumn, sayColumns, sayTable, sayThings, sayVerbs, sayVerbsOfOne, shownSql, tablesOf, type Things } from '../things.ts';
import { conditionCells } from './condition-cells.ts';
import { drawThings } from './draw-things.ts';
import { askedTables, columnCells, type Ask, type Shape } from './shape.ts';

const sortable: readonly ColumnEntry['role'][] = ['amount', 'quantity', 'measure', 'moment', 'birth', 'year', 'name', 'lastName'];
const shown: readonly ColumnEntry['role'][] = ['amount', 'quantity', 'measure', 'moment', 'birth', 'year', 'email', 'phone', 'category', 'city', 'state', 'country', 'street', 'postalCode', 'text', 'code'];

/** The names of all rows, or of those that meet one to three conditions. */
export const lists: Shape = {
  name: 'list', topic: 'lists', weight: 54,
  cells: (lexicon) => conditionCells(lexicon, { bare: 0.14, one: 0.62, two: 0.24 }, (_, things) => ({ sql: `SELECT ${shownSql(things)} ${fromThings(things)}`, tables: tablesOf(things), ask: (speaker) => askWhich(speaker, things) })),
};

/** Everything that is known of some rows. */
export const details: Shape = {
  name: 'details', topic: 'lists', weight: 1.5,
  cells: (lexicon) => askedTables(lexicon).filter(({ naming }) => naming.length > 0).map((table) => ({
    name: table.name,
    weight: table.salience,
    write: (draw) => {
      const things = drawThings(draw, table, 1);
      const ask = (speaker: Speaker): Ask => {
        const phrase = sayThings(speaker, things);
        return { isList: true, what: [`all details of the ${phrase}`, `everything about the ${phrase}`, `the full records of the ${phrase}`], short: [`all details ${phrase}`, `${phrase} - all columns`, `everything on ${phrase}`] };
      };
      return { sql: `SELECT * ${fromThings(things)}`, tables: tablesOf(things), ask };
    },
  })),
};

/** Names with one or two more columns. */
export const columnLists: Shape = {
  name: 'columns', topic: 'lists', weight: 5,
  cells: (lexicon) => columnCells(lexicon, shown, (draw, table, column) => {
    if (table.naming.length === 0 || table.naming.includes(column)) return undefined;
    const others = table.columns.filter((other) => other !== column && shown.includes(other.role) && !table.naming.includes(other));
    const columns = [column, ...(draw.random.chance(0.35) ? draw.random.sample(others, 1) : [])];
    const things = drawThings(draw, table, draw.random.pick([0, 0, 1, 1, 1, 2]), columns);
    const sql = `SELECT ${[shownSql(things), ...columns.map((each) => columnOf(things, each))].join(', ')} ${fromThings(things)}`;
    return { sql, tables: tablesOf(things), ask: (speaker) => askColumns(speaker, things, columns) };
  }),
};

/** All rows, or those that meet a condition, in an order. */
export const sortedLists: Shape = {
  name: 'sorted', topic: 'lists', weight: 4,
  cells: (lexicon) => columnCells(lexicon, sortable, (draw, table, column) => {
    const descending = draw.random.chance(column.role === 'name' || column.role === 'lastName' ? 0.2 : 0.6);
    const things = drawThings(draw, table, draw.random.integer(0, 1), [column]);
    const order = `${columnOf(things, column)}${descending ? ' DESC NULLS LAST' : ''}`;
    return { sql: `SELECT ${shownSql(things)} ${fromThings(things)} ORDER BY ${order}`, tables: tablesOf(things), ask: (speaker) => askSorted(speaker, things, column, descending) };
  }),
};

export function askWhich(speaker: Speaker, things: Things): Ask {
  const phrase = sayThings(speaker, things);
  const verbs = sayVerbs(speaker, things);
  const noun = sayTable(speaker, things.table, 'plural');
  const everyone = things.table.isMain && verbs !== undefined ? [`everyone who ${sayVerbsOfOne(speaker, things)}`, `everybody who ${sayVerbsOfOne(speaker, things)}`, `all the people who ${verbs}`] : [];
  const who = things.table.isMain && verbs !== undefined ? sayVerbsOfOne(speaker, things) : undefined;
  const name = things.table.naming.length === 1 && /name|title/.test(things.table.naming[0]?.names[0] ?? '') ? pluralOf(sayColumn(speaker, things.table.naming[0] as ColumnEntry)) : undefined;
  return {
    isList: true,
    what: [`all ${phrase}`, `the ${phrase}`, ...(everyone.length > 0 && speaker.random.chance(0.3) ? everyone : []), ...(name === undefined ? [] : [`the ${name} of all ${phrase}`])],
    question: verbs === undefined ? [`Which ${phrase} are there?`, `Which ${phrase} do we have?`, `What ${phrase} do we have?`, `What are our ${phrase}?`, ...(things.table.isPerson ? [`Who are our ${phrase}?`] : [])] : [`Which ${noun} ${verbs}?`, `Which ${noun} ${verbs}?`, `What ${noun} ${verbs}?`, ...(who === undefined ? [] : [`Who ${who}?`, `Who ${who}?`])],
    clause: verbs === undefined ? [`which ${phrase} there are`, `which ${phrase} we have`] : [`which ${noun} ${verbs}`, ...(who === undefined ? [] : [`who ${who}`])],
    short: [phrase, phrase, ...(who === undefined ? [] : [`who ${who}`]), ...(everyone.length > 0 && speaker.random.chance(0.3) ? everyone : []), `list ${phrase}`, `all ${phrase}`, `which ${phrase}`],
  };
}

function askColumns(speaker: Speaker, things: Things, columns: readonly ColumnEntry[]): Ask {
  const phrase = sayThings(speaker, things);
  const names = sayColumns(speaker, columns);
  const both = sayColumns(speaker, [...things.table.naming, ...columns]);
  return {
    isList: true,
    what: [`all ${phrase} with their ${names}`, `the ${both} of all ${phrase}`, `the ${phrase} together with their ${names}`, `${phrase} and their ${names}`],
    short: [`${phrase} with ${names}`, `${both} of ${phrase}`, `${phrase}: ${both}`],
  };
}

function askSorted(speaker: Speaker, things: Things, column: ColumnEntry, descending: boolean): Ask {
  const phrase = sayThings(speaker, things);
  const order = `${sayOrder(speaker, things.table, column, descending)}`;
  return { isList: true, what: [`all ${phrase}, ${order}`, `the ${phrase} ${order}`], short: [`${phrase} ${order}`, `list ${phrase} ${order}`, `${phrase}, ${order}`] };
}

function sayOrder(speaker: Speaker, table: TableEntry, column: ColumnEntry, descending: boolean): string {
  const name = sayColumn(speaker, column);
  // Of the moment at which things begin its name goes without saying.
  const isFirst = mainMoment(table) === column && !momentWords(table, column).mayBeFuture;
  const bare = (words: readonly string[]): readonly string[] => (isFirst ? words : []);
  if (column.role === 'name' || column.role === 'lastName') return descending ? say(speaker, { plain: [`sorted by ${name} from Z to A`], terse: [`by ${name} z-a`], polite: [`in reverse alphabetical order of their ${name}`] }) : say(speaker, { plain: ['in alphabetical order', `sorted by ${name}`], terse: ['a-z', 'alphabetical', `by ${name}`], polite: ['in alphabetical order', `arranged alphabetically by ${name}`] });
  if (column.role === 'birth') return descending ? say(speaker, { plain: ['sorted from youngest to oldest'], terse: ['youngest first'], polite: ['beginning with the youngest'] }) : say(speaker, { plain: ['sorted from oldest to youngest'], terse: ['oldest first'], polite: ['beginning with the oldest'] });
  if (column.role === 'moment') return descending ? say(speaker, { plain: [`sorted by ${name}, latest first`, ...bare(['newest first', 'latest first', 'most recent first'])], terse: [`by ${name}, latest first`, ...bare(['newest first', 'latest first'])], polite: [`ordered by ${name} with the most recent first`, ...bare(['starting with the newest', 'the most recent ones first'])] }) : say(speaker, { plain: [`sorted by ${name}, earliest first`, ...bare(['oldest first', 'earliest first'])], terse: [`by ${name}, earliest first`, ...bare(['oldest first'])], polite: [`ordered by ${name} starting with the earliest`, ...bare(['starting with the oldest'])] });
  if (column.role === 'year' && /^(publication|release|founding|model|production) year$|^year$/.test(column.names[0]) && speaker.random.chance(0.6)) return descending ? say(speaker, { plain: ['newest first', 'latest first'], terse: ['newest first'], polite: ['starting with the newest'] }) : say(speaker, { plain: ['oldest first'], terse: ['oldest first'], polite: ['starting with the oldest'] });
  if (/\b(price|cost)$/.test(column.names[0]) && speaker.random.chance(0.5)) return descending ? say(speaker, { plain: ['most expensive first'], terse: ['most expensive first', 'priciest first'], polite: ['starting with the most expensive'] }) : say(speaker, { plain: ['cheapest first'], terse: ['cheapest first'], polite: ['starting with the cheapest'] });
  return descending ? say(speaker, { plain: [`sorted by ${name}, highest first`, `in descending order of ${name}`], terse: [`by ${name} desc`, `by ${name}, highest first`], polite: [`arranged by ${name} from highest to lowest`] }) : say(speaker, { plain: [`sorted by ${name}, lowest first`, `in ascending order of ${name}`], terse: [`by ${name} asc`, `by ${name}, lowest first`], polite: [`arranged by ${name} from lowest to highest`] });
}
