import { isPlural } from '../english/inflect.ts';
import { sayNumber } from '../english/say-number.ts';
import type { ColumnEntry } from '../lexicon/lexicon-types.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { columnOf, conditionsSql, fromThings, sayColumn, sayThings, shownSql, tablesOf, type Things } from '../things.ts';
import { ageOf } from '../conditions/age-conditions.ts';
import { drawOwnThings, drawThings, maybeOne } from './draw-things.ts';
import { extremeWords } from './extreme-words.ts';
import { columnCells, measured, type Ask, type Shape } from './shape.ts';

const extreme: readonly ColumnEntry['role'][] = [...measured, 'moment', 'birth', 'year'];

/** The rows with the largest or smallest value, ties included. */
export const superlatives: Shape = {
  name: 'superlative', topic: 'superlatives', weight: 6,
  cells: (lexicon) => columnCells(lexicon, extreme, (draw, table, column) => {
    const isLargest = draw.random.chance(0.55);
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.3), [column]);
    const where = conditionsSql(things);
    const inner = `(SELECT ${isLargest ? 'MAX' : 'MIN'}(${column.sql}) ${fromThings(things)})`;
    const withValue = table.naming.length > 0 && column.role !== 'birth' && draw.random.chance(0.2);
    const sql = `SELECT ${shownSql(things)}${withValue ? `, ${column.sql}` : ''} FROM ${table.sql} WHERE ${[...where, `${column.sql} = ${inner}`].join(' AND ')}`;
    return { sql, tables: tablesOf(things), ask: (speaker) => askExtreme(speaker, things, column, isLargest, withValue) };
  }),
};

/** The n rows with the largest or smallest values. */
export const topRows: Shape = {
  name: 'top n', topic: 'superlatives', weight: 5,
  cells: (lexicon) => columnCells(lexicon, extreme, (draw, table, column) => {
    const isLargest = draw.random.chance(0.65);
    const count = draw.random.pick([2, 3, 3, 4, 5, 5, 6, 7, 8, 10, 10, 12, 15, 20]);
    const things = drawThings(draw, table, maybeOne(draw, 0.3), [column]);
    const sql = `SELECT ${shownSql(things)} ${fromThings(things)} ORDER BY ${columnOf(things, column)}${isLargest ? ' DESC NULLS LAST' : ''} LIMIT ${count}`;
    const ask = (speaker: Speaker): Ask => {
      const words = extremeWords(speaker, table, column, isLargest);
      const [number, phrase] = [mark(sayNumber(speaker, count)), sayThings(speaker, things)];
      const what = words.before === undefined ? `the ${number} ${phrase} ${pluralExtreme(words.after)}` : `the ${number} ${words.before} ${phrase}`;
      return { isList: true, what: [what], question: [`Which are ${what}?`, `What are ${what}?`], clause: [`which are ${what}`], short: isLargest && words.before === undefined ? [what, what.replace(/^the/, 'top')] : [what] };
    };
    return { sql, tables: tablesOf(things), ask };
  }),
};

/** The rows above or below the average. */
export const aboveAverage: Shape = {
  name: 'above average', topic: 'comparisons', weight: 2,
  cells: (lexicon) => columnCells(lexicon, [...measured, 'birth'], (draw, table, column) => {
    const isAbove = draw.random.chance(0.65);
    const isCount = draw.random.chance(0.35);
    const things = drawThings(draw, table, maybeOne(draw, 0.3), [column]);
    const wrap = (name: string): string => (column.role === 'birth' ? ageOf(name) : name);
    const condition = `${wrap(columnOf(things, column))} ${isAbove ? '>' : '<'} (SELECT AVG(${wrap(column.sql)}) FROM ${table.sql})`;
    const ask = (speaker: Speaker): Ask => {
      const name = column.role === 'birth' ? 'age' : sayColumn(speaker, column);
      const [phrase, all] = [sayThings(speaker, things), table.plural];
      const compared = things.conditions.length === 0 ? say(speaker, { plain: ['the average'], terse: ['avg', 'average'], polite: ['the average', 'the mean'] }) : `the average of all ${all}`;
      const after = `${phrase} ${say(speaker, { plain: ['with'], terse: ['with'], polite: ['with'] })} ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} ${isAbove ? 'above' : 'below'} ${compared}`;
      const plural = isPlural(name) ? `${phrase} with ${isAbove ? 'more' : 'fewer'} ${name} than ${compared}` : after;
      if (isCount) return { isList: false, what: [`the number of ${plural}`], question: [`How many ${plural} are there?`], clause: [`how many ${plural} there are`], short: [`count ${plural}`, `how many ${plural}`] };
      return { isList: true, what: [`the ${plural}`, `all ${plural}`], question: [`Which ${plural} are there?`], short: [plural, `list ${plural}`] };
    };
    return { sql: `SELECT ${isCount ? 'COUNT(*)' : shownSql(things)} ${fromThings(things, [condition])}`, tables: tablesOf(things), ask };
  }),
};

/** Each row with its rank. */
export const ranks: Shape = {
  name: 'rank', topic: 'windows', weight: 0.4,
  cells: (lexicon) => columnCells(lexicon, measured, (draw, table, column) => {
    if (table.naming.length === 0) return undefined;
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.5), [column]);
    const ask = (speaker: Speaker): Ask => {
      const [phrase, name] = [sayThings(speaker, things), sayColumn(speaker, column)];
      const order = say(speaker, { plain: ['highest first'], terse: ['highest first'], polite: ['with the highest ranked first'] });
      return { isList: true, what: [`the ${phrase} with their rank by ${name}, ${order}`, `each of the ${phrase} and its rank by ${name}, ${order}`], short: [`rank ${phrase} by ${name}, ${order}`, `${phrase} + rank by ${name}, ${order}`] };
    };
    return { sql: `SELECT ${shownSql(things)}, RANK() OVER (ORDER BY ${columnOf(things, column)} DESC NULLS LAST) ${fromThings(things)}`, tables: tablesOf(things), ask };
  }),
};

function askExtreme(speaker: Speaker, things: Things, column: ColumnEntry, isLargest: boolean, withValue: boolean): Ask {
  const words = extremeWords(speaker, things.table, column, isLargest);
  const phrase = sayThings(speaker, things, 'singular');
  const value = withValue ? ` and ${say(speaker, { plain: ['its'], terse: ['its'], polite: ['its'] })} ${sayColumn(speaker, column)}`.replace('its', things.table.isPerson ? 'their' : 'its') : '';
  const what = `${words.before === undefined ? `the ${phrase} ${singularExtreme(words.after)}` : `the ${words.before} ${phrase}`}${value}`;
  if (withValue) return { isList: false, what: [what], question: [], short: [what] };
  const who = things.table.isPerson ? [`Who is ${what}?`] : [];
  return { isList: false, isPerson: things.table.isPerson, what: [what], question: [`Which ${phrase} ${words.verb}?`, ...who], clause: [`which ${phrase} ${words.verb}`, ...(things.table.isPerson ? [`who ${what} is`] : [])], short: [what, `${phrase} ${words.verb.replace(/^(has|is|was) /, '')}`] };
}

function singularExtreme(after: string): string {
  return after.replace('who were', 'who was');
}

function pluralExtreme(after: string): string {
  return after.replace(/(highest|lowest|greatest|smallest|latest|earliest|max|min|most recent) ([a-z ]+)$/, (_, degree: string, name: string) => `${degree} ${/[sy]$/.test(name) ? name : `${name}s`}`);
}

