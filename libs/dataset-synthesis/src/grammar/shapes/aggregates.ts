import { ageOf } from '../conditions/age-conditions.ts';
import type { ColumnEntry } from '../lexicon/lexicon-types.ts';
import { momentWords } from '../lexicon/moment-words.ts';
import { say, type Speaker, type Wordings } from '../style/speaker.ts';
import { columnOf, fromThings, sayColumn, sayThings, tablesOf, type Things } from '../things.ts';
import { drawThings, maybeOne } from './draw-things.ts';
import { columnCells, measured, type Ask, type Draft, type Shape } from './shape.ts';

export type Aggregate = 'AVG' | 'MIN' | 'MAX' | 'SUM' | 'MEDIAN';

const adjectives: Readonly<Record<Aggregate, Wordings>> = {
  AVG: { plain: ['average'], terse: ['avg', 'average'], polite: ['average', 'mean'] },
  MIN: { plain: ['lowest', 'minimum'], terse: ['min', 'lowest'], polite: ['lowest', 'smallest'] },
  MAX: { plain: ['highest', 'maximum'], terse: ['max', 'highest'], polite: ['highest', 'largest'] },
  SUM: { plain: ['total', 'combined'], terse: ['total', 'sum of'], polite: ['total', 'overall'] },
  MEDIAN: { plain: ['median'], terse: ['median'], polite: ['median'] },
};

export function aggregateSql(aggregate: Aggregate, column: string): string {
  return aggregate === 'MEDIAN' ? `PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY ${column})` : `${aggregate}(${column})`;
}

/** `average price`. */
export function sayAggregate(speaker: Speaker, aggregate: Aggregate, name: string): string {
  if (aggregate === 'SUM' && /^(total|sum)\b/.test(name)) return say(speaker, { plain: [`sum of the ${name}s`.replace('amounts', 'amounts')], terse: [`sum of ${name}`], polite: [`sum of all ${name}s`] });
  return `${say(speaker, adjectives[aggregate])} ${name}`;
}

/** Sums make sense of amounts and quantities; not of a rating or a price. */
export function aggregatesOf({ role, names: [name] }: ColumnEntry): Aggregate[] {
  const isSummed = (role === 'amount' && !/price|rate|rating/.test(name)) || role === 'quantity';
  return ['AVG', 'MIN', 'MAX', ...(isSummed ? ['SUM' as const] : []), 'MEDIAN'];
}

/** One figure over a column of numbers. */
export const aggregates: Shape = {
  name: 'aggregate', topic: 'figures', weight: 7,
  cells: (lexicon) => columnCells(lexicon, measured, (draw, table, column) => {
    const aggregate = draw.random.pick(aggregatesOf(column));
    const things = drawThings(draw, table, draw.random.integer(0, 2), [column]);
    return figure(things, aggregateSql(aggregate, columnOf(things, column)), (speaker) => sayAggregate(speaker, aggregate, sayColumn(speaker, column)));
  }),
};

/** Lowest, highest and average at once. */
export const severalFigures: Shape = {
  name: 'figures', topic: 'figures', weight: 1,
  cells: (lexicon) => columnCells(lexicon, measured, (draw, table, column) => {
    const things = drawThings(draw, table, maybeOne(draw), [column]);
    const name = columnOf(things, column);
    const ask = (speaker: Speaker): Ask => {
      const of = `${sayColumn(speaker, column)} of ${sayThings(speaker, things)}`;
      return { isList: true, what: [`the lowest, highest and average ${of}`, `the minimum, maximum and average ${of}`], short: [`min, max, avg ${of}`, `min/max/avg ${of}`] };
    };
    return { sql: `SELECT MIN(${name}), MAX(${name}), AVG(${name}) ${fromThings(things)}`, tables: tablesOf(things), ask };
  }),
};

/** The average, lowest or highest age. */
export const ageFigures: Shape = {
  name: 'age figure', topic: 'ages', weight: 2,
  cells: (lexicon) => columnCells(lexicon, ['birth'], (draw, table, column) => {
    const aggregate = draw.random.pick(['AVG', 'AVG', 'MIN', 'MAX', 'MEDIAN'] as const);
    const things = drawThings(draw, table, maybeOne(draw, 0.75), [column]);
    return figure(things, aggregateSql(aggregate, ageOf(columnOf(things, column))), (speaker) => sayAggregate(speaker, aggregate, 'age'));
  }),
};

/** The first and the last of moments. */
export const extremeMoments: Shape = {
  name: 'extreme moment', topic: 'dates', weight: 2,
  cells: (lexicon) => columnCells(lexicon, ['moment'], (draw, table, column) => {
    const isLast = draw.random.chance(0.5);
    const things = drawThings(draw, table, maybeOne(draw), [column]);
    const words = momentWords(table, column);
    const ask = (speaker: Speaker): Ask => {
      const extreme = say(speaker, isLast ? { plain: ['latest', 'most recent'], terse: ['latest', 'last'], polite: ['most recent', 'latest'] } : { plain: ['earliest', 'first'], terse: ['earliest', 'first'], polite: ['earliest', 'very first'] });
      const phrase = sayThings(speaker, things);
      const verb = words.kind === 'passive' ? `was the ${isLast ? 'last' : 'first'} of the ${phrase} ${words.word}` : undefined;
      return { isList: false, what: [`the ${extreme} ${words.noun} of the ${phrase}`], question: verb === undefined ? [] : [`When ${verb}?`], clause: verb === undefined ? [] : [`when the ${isLast ? 'last' : 'first'} of the ${phrase} was ${words.word}`], short: [`${extreme} ${words.noun} of ${phrase}`, `${extreme} ${words.noun} ${phrase}`] };
    };
    return { sql: `SELECT ${isLast ? 'MAX' : 'MIN'}(${columnOf(things, column)}) ${fromThings(things)}`, tables: tablesOf(things), ask };
  }),
};

function figure(things: Things, sql: string, name: (speaker: Speaker) => string): Draft {
  const ask = (speaker: Speaker): Ask => {
    const [words, phrase] = [name(speaker), sayThings(speaker, things)];
    return { isList: false, what: [`the ${words} of ${phrase}`, `the ${words} of all ${phrase}`], short: [`${words} of ${phrase}`, `${words} ${phrase}`, `${words} for ${phrase}`] };
  };
  return { sql: `SELECT ${sql} ${fromThings(things)}`, tables: tablesOf(things), ask };
}
