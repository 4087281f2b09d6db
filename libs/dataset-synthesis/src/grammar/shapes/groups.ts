import { ageOf } from '../conditions/age-conditions.ts';
import { pluralOf } from '../english/inflect.ts';
import { splitName } from '../english/split-name.ts';
import { comparisonSigns, sayCountComparison } from '../english/say-number.ts';
import type { Draw } from '../draw.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayColumn, sayThings, tablesOf, type Things } from '../things.ts';
import { aggregatesOf, aggregateSql, sayAggregate, type Aggregate } from './aggregates.ts';
import { drawOwnThings, drawThings, maybeOne } from './draw-things.ts';
import { columnCells, columnsOf, grouped, measured, type Ask, type Draft, type Shape } from './shape.ts';

/** `per city`. */
export function sayPer(speaker: Speaker, name: string): string {
  return say(speaker, { plain: [`per ${name}`, `for each ${name}`, `by ${name}`, `per ${name}`, `in each ${name}`], terse: [`per ${name}`, `by ${name}`, `each ${name}`], polite: [`for every ${name}`, `for each ${name}`, `broken down by ${name}`, `grouped by ${name}`, `split by ${name}`, `per ${name}`] });
}

/** The number of rows of each group, in an order or none. */
export const groupCounts: Shape = {
  name: 'group count', topic: 'groups', weight: 7,
  cells: (lexicon) => columnCells(lexicon, grouped, (draw, table, column) => {
    const things = drawThings(draw, table, maybeOne(draw, 0.3), [column]);
    const group = columnOf(things, column);
    const isSorted = draw.random.chance(0.3);
    const ask = (speaker: Speaker): Ask => {
      const [phrase, per] = [sayThings(speaker, things), sayPer(speaker, sayColumn(speaker, column))];
      const order = isSorted ? say(speaker, { plain: [', largest first', ', in descending order of the count'], terse: [', biggest first', ' desc'], polite: [', beginning with the largest number'] }) : '';
      return { isList: true, what: [`the number of ${phrase} ${per}${order}`], question: [`How many ${phrase} are there ${per}${order}?`], clause: [`how many ${phrase} there are ${per}${order}`], short: [`${phrase} ${per}${order}`, `count ${phrase} ${per}${order}`, `number of ${phrase} ${per}${order}`, `how many ${phrase} ${per}${order}`, ...(isSorted ? [] : [`${sayColumn(speaker, column)} breakdown of ${phrase}`, `${phrase} ${sayColumn(speaker, column)} distribution`])] };
    };
    return { sql: `SELECT ${group}, COUNT(*) ${fromThings(things)} GROUP BY ${group}${isSorted ? ' ORDER BY COUNT(*) DESC' : ''}`, tables: tablesOf(things), ask };
  }),
};

/** The number of rows of each pair of groups. */
export const pairCounts: Shape = {
  name: 'pair count', topic: 'groups', weight: 1,
  cells: (lexicon) => columnCells(lexicon, grouped, (draw, table, column) => {
    const other = draw.random.sample(columnsOf(table, ...grouped).filter((candidate) => candidate !== column), 1)[0];
    if (other === undefined) return undefined;
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.3), [column, other]);
    const pair = `${columnOf(things, column)}, ${columnOf(things, other)}`;
    const ask = (speaker: Speaker): Ask => {
      const [phrase, names] = [sayThings(speaker, things), `${sayColumn(speaker, column)} and ${sayColumn(speaker, other)}`];
      return { isList: true, what: [`the number of ${phrase} per ${names}`], question: [`How many ${phrase} are there for each combination of ${names}?`], clause: [`how many ${phrase} there are for each ${names}`], short: [`${phrase} per ${names}`, `count ${phrase} by ${names}`] };
    };
    return { sql: `SELECT ${pair}, COUNT(*) ${fromThings(things)} GROUP BY ${pair}`, tables: tablesOf(things), ask };
  }),
};

/** A figure of each group. */
export const groupFigures: Shape = {
  name: 'group figure', topic: 'groups', weight: 5,
  cells: (lexicon) => columnCells(lexicon, grouped, (draw, table, column) => {
    const figure = drawFigure(draw, table);
    if (figure === undefined) return undefined;
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.3), [column, figure.column]);
    const group = columnOf(things, column);
    const isSorted = draw.random.chance(0.2);
    const isDown = draw.random.chance(0.75);
    const ask = (speaker: Speaker): Ask => {
      const [words, phrase, per] = [figure.say(speaker), sayThings(speaker, things), sayPer(speaker, sayColumn(speaker, column))];
      const order = isSorted ? sayFigureOrder(speaker, figure.column, isDown) : '';
      return { isList: true, what: [`the ${words} of ${phrase} ${per}${order}`], question: [`What is the ${words} of ${phrase} ${per}${order}?`], clause: [`what the ${words} of ${phrase} ${per} is${order}`], short: [`${words} of ${phrase} ${per}${order}`, `${words} ${per}, ${phrase}${order}`, `${words} ${phrase} ${per}${order}`] };
    };
    const value = figure.sql(columnOf(things, figure.column));
    return { sql: `SELECT ${group}, ${value} ${fromThings(things)} GROUP BY ${group}${isSorted ? ` ORDER BY ${value}${isDown ? ' DESC' : ''}` : ''}`, tables: tablesOf(things), ask };
  }),
};

/** `, highest first`; of ages `, oldest first`. */
function sayFigureOrder(speaker: Speaker, column: ColumnEntry, isDown: boolean): string {
  if (column.role === 'birth' && speaker.random.chance(0.6)) return isDown ? say(speaker, { plain: [', oldest first', ', oldest group first'], terse: [', oldest first'], polite: [', starting with the oldest', ', the oldest group first'] }) : say(speaker, { plain: [', youngest first', ', youngest group first'], terse: [', youngest first'], polite: [', starting with the youngest'] });
  return isDown ? say(speaker, { plain: [', highest first', ', in descending order', ', from highest to lowest'], terse: [', highest first', ' desc', ', largest first'], polite: [', starting with the highest', ', with the highest first'] }) : say(speaker, { plain: [', lowest first', ', in ascending order'], terse: [', lowest first', ' asc'], polite: [', starting with the lowest'] });
}

interface Figure {
  readonly column: ColumnEntry;
  readonly sql: (column: string) => string;
  readonly say: (speaker: Speaker) => string;
}

/** A figure over a number or over ages. */
export function drawFigure(draw: Draw, table: TableEntry, kinds: readonly Aggregate[] = ['AVG', 'AVG', 'SUM', 'SUM', 'MIN', 'MAX']): Figure | undefined {
  const [column] = draw.random.sample(columnsOf(table, ...measured, 'birth'), 1);
  if (column === undefined) return undefined;
  const isAge = column.role === 'birth';
  const aggregate = draw.random.pick(kinds.filter((kind) => (isAge ? kind !== 'SUM' : aggregatesOf(column).includes(kind))));
  return { column, sql: (name) => aggregateSql(aggregate, isAge ? ageOf(name) : name), say: (speaker) => sayAggregate(speaker, aggregate, isAge ? 'age' : sayColumn(speaker, column)) };
}

/** Groups with more, fewer or exactly n rows. */
export const largeGroups: Shape = {
  name: 'having', topic: 'groups', weight: 2,
  cells: (lexicon) => columnCells(lexicon, grouped, (draw, table, column) => {
    const sign = draw.random.pick(comparisonSigns);
    const number = sign === '=' ? draw.random.integer(1, 10) : draw.random.pick([2, 3, 4, 5, 10, 15, 20, 25, 30, 50, 75, 100]);
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.3), [column]);
    const withCount = draw.random.chance(0.25);
    const group = columnOf(things, column);
    const ask = (speaker: Speaker): Ask => {
      const [phrase, names] = [`${sayCountComparison(speaker, sign)} ${mark(number)} ${sayThings(speaker, things)}`, pluralOf(sayColumn(speaker, column))];
      const count = withCount ? say(speaker, { plain: [', and how many'], terse: [' + count'], polite: [', and how many are there'] }) : '';
      return { isList: true, what: withCount ? [`the ${names} with ${phrase} and the number of each`] : [`the ${names} with ${phrase}`], question: [`Which ${names} have ${phrase}${count}?`], short: [`${names} with ${phrase}${count}`] };
    };
    return { sql: `SELECT ${group}${withCount ? ', COUNT(*)' : ''} ${fromThings(things)} GROUP BY ${group} HAVING COUNT(*) ${sign} ${number}`, tables: tablesOf(things), ask };
  }),
};

/** The group with the most or the fewest rows, ties included. */
export const topGroups: Shape = {
  name: 'top group', topic: 'groups', weight: 3,
  cells: (lexicon) => columnCells(lexicon, grouped, (draw, table, column) => {
    const isMost = draw.random.chance(0.65);
    const things = drawThings(draw, table, maybeOne(draw, 0.3), [column]);
    return topGroup(things, column, isMost);
  }),
};

function topGroup(things: Things, column: ColumnEntry, isMost: boolean): Draft {
  const group = columnOf(things, column);
  const ask = (speaker: Speaker): Ask => {
    const [phrase, name] = [sayThings(speaker, things), sayColumn(speaker, column)];
    const [most, common] = isMost ? ['most', 'most common'] : ['fewest', 'least common'];
    return { isList: false, what: [`the ${name} with the ${most} ${phrase}`, `the ${common} ${name} of ${phrase}`], question: [`Which ${name} has the ${most} ${phrase}?`, `Which ${name} is the ${common} among ${phrase}?`, ...lived(things, column, isMost, name, phrase)], clause: [`which ${name} has the ${most} ${phrase}`], short: [`${name} with ${most} ${phrase}`, `${common} ${name} of ${phrase}`] };
  };
  return { sql: `SELECT ${group} ${fromThings(things)} GROUP BY ${group} ORDER BY COUNT(*)${isMost ? ' DESC' : ''} FETCH FIRST 1 ROW WITH TIES`, tables: tablesOf(things), ask };
}

/** `In which city do most members live?` */
function lived({ table }: Things, { role }: ColumnEntry, isMost: boolean, name: string, phrase: string): string[] {
  if (!/^(city|state|country)$/.test(role)) return [];
  const [most, where] = [isMost ? 'most' : 'the fewest', `In which ${name}`];
  return table.isPerson ? [`${where} do ${most} ${phrase} live?`, `Where do ${most} ${phrase} live?`, `Which ${name} do ${most} ${phrase} come from?`] : [`${where} are ${most} ${phrase}?`];
}

/** `Which genres are there?`: the table goes without saying. */
function askValues(speaker: Speaker, column: ColumnEntry, names: string, isCount: boolean): Ask {
  const owned = speaker.random.chance(0.5) ? names : pluralOf(`${splitName(column.table)} ${column.names[0]}`.replace(/^(\S+) \1/, '$1'));
  if (isCount) return { isList: false, what: [`the number of ${owned}`, `the number of different ${owned}`], question: [`How many ${owned} are there?`, `How many different ${owned} do we have?`, `How many ${owned} do we have?`], clause: [`how many ${owned} there are`, `how many different ${owned} we have`], short: [`how many ${owned}`, `number of ${owned}`, `count ${owned}`, `distinct ${owned} count`] };
  return { isList: true, what: [`all ${owned}`, `the ${owned}`, `the different ${owned}`, `all the ${owned} we have`], question: [`Which ${owned} are there?`, `What ${owned} do we have?`, `Which ${owned} exist?`, `What are the different ${owned}?`], clause: [`which ${owned} there are`, `what ${owned} we have`], short: [owned, `list ${owned}`, `all ${owned}`, `distinct ${owned}`, `which ${owned}`] };
}

/** The different values of a column, listed or counted. */
export const distinctValues: Shape = {
  name: 'distinct', topic: 'distinct values', weight: 3,
  cells: (lexicon) => columnCells(lexicon, ['category', 'city', 'state', 'country', 'year', 'postalCode'], (draw, table, column) => {
    const isCount = draw.random.chance(0.5);
    const things = drawThings(draw, table, maybeOne(draw, 0.3), [column]);
    const name = columnOf(things, column);
    const ask = (speaker: Speaker): Ask => {
      const [phrase, names, different] = [sayThings(speaker, things), pluralOf(sayColumn(speaker, column)), say(speaker, { plain: ['different'], terse: ['different', 'distinct', 'unique'], polite: ['different', 'distinct'] })];
      if (things.conditions.length === 0 && speaker.random.chance(0.6)) return askValues(speaker, column, names, isCount);
      if (isCount) return { isList: false, what: [`the number of ${different} ${names} of ${phrase}`], question: [`How many ${different} ${names} are there among ${phrase}?`], clause: [`how many ${different} ${names} there are among ${phrase}`], short: [`how many ${different} ${names} of ${phrase}`, `${different} ${names} of ${phrase}, count`] };
      return { isList: true, what: [`all ${different} ${names} of ${phrase}`, `the ${different} ${names} that occur among ${phrase}`], question: [`Which ${different} ${names} are there among ${phrase}?`], short: [`${different} ${names} of ${phrase}`, `${phrase}: ${different} ${names}`] };
    };
    const sql = isCount ? `SELECT COUNT(DISTINCT ${name}) ${fromThings(things)}` : `SELECT DISTINCT ${name} ${fromThings(things, column.nullable ? [`${name} IS NOT NULL`] : [])}`;
    return { sql, tables: tablesOf(things), ask };
  }),
};
