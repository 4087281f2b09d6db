import type { ColumnEntry } from '../lexicon/lexicon-types.ts';
import { momentWords } from '../lexicon/moment-words.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayThings, tablesOf, type Things } from '../things.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { drawFigure } from './groups.ts';
import { columnCells, type Ask, type Shape } from './shape.ts';

const units = ['year', 'quarter', 'month', 'month', 'week', 'day'] as const;
type Unit = (typeof units)[number];

/** `members who joined`, before the time in which they did. */
function sayHappening(speaker: Speaker, things: Things, column: ColumnEntry): string {
  const phrase = sayThings(speaker, things);
  if (column.role === 'birth') return `${phrase} born`;
  const words = momentWords(things.table, column);
  if (words.kind === 'noun') return `${phrase} by ${words.noun}`;
  return words.kind === 'active' ? `${phrase} ${things.table.isPerson ? 'who' : 'that'} ${words.word}` : `${phrase} ${words.word}`;
}

function sayEach(speaker: Speaker, unit: Unit): string {
  const adverb = { year: 'yearly', quarter: 'quarterly', month: 'monthly', week: 'weekly', day: 'daily' }[unit];
  return say(speaker, { plain: [`per ${unit}`, `${unit === 'day' ? 'on' : 'in'} each ${unit}`], terse: [`per ${unit}`, adverb], polite: [`for every ${unit}`, `${unit === 'day' ? 'on' : 'in'} each ${unit}`] });
}

/** The number of rows, or a figure, of each year, month or day. */
export const timeSeries: Shape = {
  name: 'time series', topic: 'time series', weight: 4,
  cells: (lexicon) => columnCells(lexicon, ['moment', 'birth'], (draw, table, column) => {
    const unit = column.role === 'birth' ? 'year' : draw.random.pick(units);
    const figure = column.role === 'moment' && draw.random.chance(0.3) ? drawFigure(draw, table) : undefined;
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.25), figure === undefined ? [column] : [column, figure.column]);
    const period = `DATE_TRUNC('${unit}', ${columnOf(things, column)})`;
    const isSorted = draw.random.chance(0.25);
    const ask = (speaker: Speaker): Ask => {
      const order = isSorted ? say(speaker, { plain: [', in order of time', ', earliest first'], terse: [', earliest first'], polite: [', in chronological order'] }) : '';
      const happening = `${sayHappening(speaker, things, column)} ${sayEach(speaker, unit)}`.replace(/ by ([a-z -]+) (per|in each|on each|for every) (\w+)$/, ' $2 $3 of the $1') + order;
      if (figure !== undefined) return { isList: true, what: [`the ${figure.say(speaker)} of ${happening}`], short: [`${figure.say(speaker)} of ${happening}`] };
      return { isList: true, what: [`the number of ${happening}`], question: column.role === 'birth' || momentWords(table, column).kind === 'noun' ? [] : [`How many ${askedVerb(speaker, things, column)} ${sayEach(speaker, unit)}${order}?`], short: [`${happening}, count`, `number of ${happening}`] };
    };
    return { sql: `SELECT ${period}, ${figure === undefined ? 'COUNT(*)' : figure.sql(columnOf(things, figure.column))} ${fromThings(things)} GROUP BY ${period}${isSorted ? ` ORDER BY ${period}` : ''}`, tables: tablesOf(things), ask };
  }),
};

/** The number of rows up to each period. */
export const runningTotals: Shape = {
  name: 'running total', topic: 'windows', weight: 0.7,
  cells: (lexicon) => columnCells(lexicon, ['moment'], (draw, table, column) => {
    const unit = draw.random.pick(['year', 'month', 'month', 'quarter'] as const);
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.3), [column]);
    const period = `DATE_TRUNC('${unit}', ${columnOf(things, column)})`;
    const ask = (speaker: Speaker): Ask => {
      const [phrase, basis] = sayBasis(speaker, things, column, unit, 'by');
      return { isList: true, what: [`the running total of ${phrase} ${basis}`, `the cumulative number of ${phrase} ${basis}`], short: [`running total of ${phrase} ${basis}`, `cumulative ${phrase} ${basis}`] };
    };
    return { sql: `SELECT ${period}, SUM(COUNT(*)) OVER (ORDER BY ${period}) ${fromThings(things, column.nullable ? [`${columnOf(things, column)} IS NOT NULL`] : [])} GROUP BY ${period}`, tables: tablesOf(things), ask };
  }),
};

/** Each period with its change against the one before. */
export const changes: Shape = {
  name: 'change', topic: 'windows', weight: 0.6,
  cells: (lexicon) => columnCells(lexicon, ['moment'], (draw, table, column) => {
    const unit = draw.random.pick(['year', 'month', 'quarter'] as const);
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.3), [column]);
    const period = `DATE_TRUNC('${unit}', ${columnOf(things, column)})`;
    const ask = (speaker: Speaker): Ask => {
      const [phrase, basis] = sayBasis(speaker, things, column, unit, 'per');
      return { isList: true, what: [`the number of ${phrase} ${basis} and the change from the ${unit} before`, `the count of ${phrase} ${basis} with the difference to the previous ${unit}`], short: [`${phrase} count ${basis} + change vs previous ${unit}`] };
    };
    const name = columnOf(things, column);
    return { sql: `SELECT ${period}, COUNT(*), COUNT(*) - LAG(COUNT(*)) OVER (ORDER BY ${period}) ${fromThings(things, column.nullable ? [`${name} IS NOT NULL`] : [])} GROUP BY ${period}`, tables: tablesOf(things), ask };
  }),
};

/** `loans borrowed` and `per month`, or `loans` and `per month of the visit date`. */
function sayBasis(speaker: Speaker, things: Things, column: ColumnEntry, unit: Unit, per: 'per' | 'by'): [string, string] {
  const words = momentWords(things.table, column);
  return words.kind === 'noun' ? [sayThings(speaker, things), `${per} ${unit} of the ${words.noun}`] : [sayHappening(speaker, things, column), `${per} ${unit}`];
}

/** After "how many": `members joined`, `loans were borrowed`. */
function askedVerb(speaker: Speaker, things: Things, column: ColumnEntry): string {
  const words = momentWords(things.table, column);
  const verb = words.kind === 'active' ? words.word : words.kind === 'state' ? `are ${words.word}` : `were ${words.word}`;
  return `${sayThings(speaker, things)} ${verb}`;
}
