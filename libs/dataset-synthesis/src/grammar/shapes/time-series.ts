import type { ColumnEntry } from '../lexicon/lexicon-types.ts';
import { momentWords } from '../lexicon/moment-words.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { columnConditions } from '../conditions/column-conditions.ts';
import { columnOf, drawConditions, fromThings, sayTable, sayThings, tablesOf, type Things } from '../things.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { drawFigure } from './groups.ts';
import { columnCells, type Ask, type Shape } from './shape.ts';

const units = ['year', 'quarter', 'month', 'month', 'week', 'day'] as const;
type Unit = (typeof units)[number];

/** `members who joined`, before the time in which they did. */
export function sayHappening(speaker: Speaker, things: Things, column: ColumnEntry): string {
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
    const within = column.role === 'moment' && unit !== 'year' && draw.random.chance(0.3) ? drawConditions(draw, columnConditions(table).filter(({ name }) => new RegExp(`^${table.name}\\.${column.name} (year|this year|last year|since year)$`).test(name)), 1) : [];
    const things = within.length > 0 ? { table, conditions: within } : drawOwnThings(draw, table, maybeOne(draw, 0.2), figure === undefined ? [column] : [column, figure.column]);
    const period = `DATE_TRUNC('${unit}', ${columnOf(things, column)})`;
    const isSorted = draw.random.chance(0.25);
    const ask = (speaker: Speaker): Ask => {
      if (within.length > 0) return askWithin(speaker, things, unit, figure?.say(speaker));
      const order = isSorted ? say(speaker, { plain: [', in order of time', ', earliest first'], terse: [', earliest first'], polite: [', in chronological order'] }) : '';
      const happening = `${sayHappening(speaker, things, column)} ${sayEach(speaker, unit)}`.replace(/ by ([a-z -]+) (per|in each|on each|for every) (\w+)$/, ' $2 $3 of the $1') + order;
      if (figure !== undefined) return { isList: true, what: [`the ${figure.say(speaker)} of ${happening}`], short: [`${figure.say(speaker)} of ${happening}`] };
      return { isList: true, what: [`the number of ${happening}`], question: column.role === 'birth' || momentWords(table, column).kind === 'noun' ? [] : [`How many ${askedVerb(speaker, things, column)} ${sayEach(speaker, unit)}${order}?`], short: [`${happening}, count`, `number of ${happening}`] };
    };
    return { sql: `SELECT ${period}, ${figure === undefined ? 'COUNT(*)' : figure.sql(columnOf(things, figure.column))} ${fromThings(things)} GROUP BY ${period}${isSorted ? ` ORDER BY ${period}` : ''}`, tables: tablesOf(things), ask };
  }),
};

/** `orders per month in 2025`: the time said once. */
function askWithin(speaker: Speaker, things: Things, unit: Unit, figure: string | undefined): Ask {
  const [all, each, words] = [sayTable(speaker, things.table, 'plural'), sayEach(speaker, unit), things.conditions[0]?.say(speaker)];
  const [verb, after] = [words?.verb ?? '', words?.after ?? words?.verb ?? ''];
  const such = after === verb ? `${all} that ${verb}`.replace('that', things.table.isPerson ? 'who' : 'that') : `${all} ${words?.trailing ?? after}`;
  if (figure !== undefined) return { isList: true, what: [`the ${figure} of ${such} ${each}`, `the ${figure} ${each} of ${such}`], short: [`${figure} ${each}, ${such}`, `${each} ${figure} of ${such}`] };
  return { isList: true, what: [`the number of ${such} ${each}`, `the number of ${all} ${each}, of those that ${verb}`.replace('those that', things.table.isPerson ? 'those who' : 'those that')], question: [`How many ${all} ${verb}, ${each}?`], clause: [`how many ${all} ${verb}, ${each}`], short: [`${such} ${each}`, `number of ${such} ${each}`] };
}

/** The number of rows up to each period. */
export const runningTotals: Shape = {
  name: 'running total', topic: 'windows', weight: 0.4,
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
  name: 'change', topic: 'windows', weight: 0.4,
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
export function askedVerb(speaker: Speaker, things: Things, column: ColumnEntry): string {
  const words = momentWords(things.table, column);
  const verb = words.kind === 'active' ? words.word : words.kind === 'state' ? `are ${words.word}` : `were ${words.word}`;
  return `${sayThings(speaker, things)} ${verb}`;
}
