import { ageOf } from '../conditions/age-conditions.ts';
import { isPlural } from '../english/inflect.ts';
import type { Draw } from '../draw.ts';
import type { ColumnEntry } from '../lexicon/lexicon-types.ts';
import { momentWords } from '../lexicon/moment-words.ts';
import { say, type Speaker, type Wordings } from '../style/speaker.ts';
import { columnOf, fromThings, sayColumn, sayThings, tablesOf, type Things } from '../things.ts';
import { drawThings, drawTimed, maybeOne } from './draw-things.ts';
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
  if (aggregate === 'SUM' && /^(total|sum)\b/.test(name)) return say(speaker, { plain: ['total', 'total amount'], terse: ['total', 'sum'], polite: ['total', 'overall total'] });
  const counted = isPlural(name) && speaker.random.chance(0.6) ? `number of ${name}` : name;
  return `${say(speaker, adjectives[aggregate])} ${counted}`.replace('sum of number of', 'sum of');
}

const summedMeasures = /\b(hours|minutes|seconds|days|duration|distance|weight|volume|area|mileage|kilometres|kilometers|miles|calories|consumption|usage|points|goals|steps)\b/;

/** Tables of single things that somebody owns: their prices add up to what all are worth. */
const owned = /^(copy|copies|assets?|vehicles?|cars?|equipment|machines?|devices?|artworks?|paintings?|instruments?|boats?|tools?)$/i;

/** Sums make sense of amounts, quantities and hours; not of a rating or a price. */
export function aggregatesOf({ role, table, names: [name], unit }: ColumnEntry): Aggregate[] {
  const isSummed = (role === 'amount' && (!/price|rate|rating/.test(name) || (/price|cost|value/.test(name) && owned.test(table)))) || role === 'quantity' || (role === 'measure' && (summedMeasures.test(name) || (unit !== undefined && unit !== 'percent')) && !/rate|temperature|lead time|term/.test(name));
  return ['AVG', 'MIN', 'MAX', ...(isSummed ? ['SUM' as const] : []), 'MEDIAN'];
}

/** Draws an aggregate of a column as people ask for them: averages often, medians seldom. */
export function drawAggregate(draw: Draw, column: ColumnEntry): Aggregate {
  const often: Readonly<Record<Aggregate, number>> = { AVG: 4, MIN: 2, MAX: 3, SUM: 4, MEDIAN: 1 };
  return draw.random.pick(aggregatesOf(column).flatMap((each) => Array.from({ length: often[each] }, () => each)));
}

/** One figure over a column of numbers. */
export const aggregates: Shape = {
  name: 'aggregate', topic: 'figures', weight: 12,
  cells: (lexicon) => columnCells(lexicon, measured, (draw, table, column) => {
    const aggregate = drawAggregate(draw, column);
    const things = draw.random.chance(0.3) ? drawTimed(draw, table) : drawThings(draw, table, draw.random.pick([0, 0, 0, 1, 1, 1, 1, 2]), [column]);
    const isWhole = /^(amount|total|sum|value|total amount|fee|charge)$/.test(column.names[0]) ? aggregate : undefined;
    return figure(things, aggregateSql(aggregate, columnOf(things, column)), (speaker) => sayAggregate(speaker, aggregate, sayColumn(speaker, column)), isWhole, aggregate === 'SUM' && column.role === 'amount');
  }),
};

/** Lowest, highest and average at once. */
export const severalFigures: Shape = {
  name: 'figures', topic: 'figures', weight: 2.5,
  cells: (lexicon) => columnCells(lexicon, [...measured, 'birth', 'moment'], (draw, table, column) => {
    const things = drawThings(draw, table, maybeOne(draw, 0.3), [column]);
    if (column.role === 'moment' || column.role === 'birth' || draw.random.chance(0.6)) return bothEnds(things, column);
    const name = columnOf(things, column);
    const ask = (speaker: Speaker): Ask => {
      const of = `${sayColumn(speaker, column)} of ${sayThings(speaker, things)}`;
      return { isList: true, what: [`the lowest, highest and average ${of}`, `the minimum, maximum and average ${of}`], short: [`min, max, avg ${of}`, `min/max/avg ${of}`] };
    };
    return { sql: `SELECT MIN(${name}), MAX(${name}), AVG(${name}) ${fromThings(things)}`, tables: tablesOf(things), ask };
  }),
};

/** The lowest and the highest, side by side. */
function bothEnds(things: Things, column: ColumnEntry): Draft {
  const own = columnOf(things, column);
  const name = column.role === 'birth' ? ageOf(own) : own;
  const ask = (speaker: Speaker): Ask => {
    const [phrase, word] = [sayThings(speaker, things), column.role === 'birth' ? 'age' : column.role === 'moment' ? momentWords(things.table, column).noun : sayColumn(speaker, column)];
    const ends = column.role === 'moment' ? 'earliest and latest' : say(speaker, { plain: ['minimum and maximum', 'lowest and highest'], terse: ['min and max', 'min max', 'lowest + highest', 'min/max'], polite: ['lowest and highest', 'smallest and largest', 'minimum and maximum'] });
    return { isList: true, what: [`the ${ends} ${word} of ${phrase}`, `the ${ends} ${word} of all ${phrase}`], question: [`What are the ${ends} ${word} of ${phrase}?`], clause: [`what the ${ends} ${word} of ${phrase} are`], short: [`${ends} ${word} of ${phrase}`, `${ends} ${word} ${phrase}`, `${word} range of ${phrase}`] };
  };
  return { sql: `SELECT MIN(${name}), MAX(${name}) ${fromThings(things)}`, tables: tablesOf(things), ask };
}

/** The average, lowest or highest age. */
export const ageFigures: Shape = {
  name: 'age figure', topic: 'ages', weight: 2,
  cells: (lexicon) => columnCells(lexicon, ['birth'], (draw, table, column) => {
    const aggregate = draw.random.pick(['AVG', 'AVG', 'AVG', 'MIN', 'MAX', 'MAX', 'MEDIAN'] as const);
    const things = drawThings(draw, table, maybeOne(draw, 0.75), [column]);
    return figure(things, aggregateSql(aggregate, ageOf(columnOf(things, column))), (speaker) => sayAggregate(speaker, aggregate, 'age'));
  }),
};

/** `the average fine`, `total unpaid fines`. */
function askWhole(speaker: Speaker, things: Things, aggregate: Aggregate): Ask {
  const [one, all] = [sayThings(speaker, things, 'singular'), sayThings(speaker, things)];
  if (aggregate === 'SUM') return { isList: false, what: [`the total of all ${all}`, `the sum of all ${all}`], question: [`How much are all ${all} together?`, `What do all ${all} add up to?`, `What is the total of ${all}?`], clause: [`how much all ${all} are together`, `what all ${all} add up to`], short: [`total ${all}`, `sum of ${all}`, `${all} total`] };
  const word = say(speaker, adjectives[aggregate]);
  return { isList: false, what: [`the ${word} ${one}`], question: [`What is the ${word} ${one}?`, ...(aggregate === 'AVG' ? [`How much is the average ${one}?`, `How high is the average ${one}?`] : [])], clause: [`how high the ${word} ${one} is`], short: [`${word} ${one}`, `${word} ${one} amount`] };
}

const earned = /\b(payment|invoice|order|sale|donation|fine|ticket|booking|rental|subscription|deal|contract|reservation|transaction|receipt|bill)$/;
const spent = /\b(expense|purchase|purchase order|refund|repair|maintenance|maintenance record|salary|supply order|copy|asset|vehicle|equipment|campaign|treatment)$/;

/** Verbs of earning and spending: in a question, in a clause. */
const earning = [['did we make from', 'we made from'], ['did we take in from', 'we took in from'], ['have we earned with', 'we have earned with']] as const;
const spending = [['did we spend on', 'we spent on'], ['have we paid for', 'we have paid for'], ['was spent on', 'was spent on']] as const;

/** `how much money is that`: a sum of money, without the name of its column. */
function askHowMuch(speaker: Speaker, things: Things, words: string): Ask {
  const { singular } = things.table;
  const all = sayThings(speaker, things);
  const verbs = earned.test(singular) ? earning : spent.test(singular) ? spending : [];
  const money = speaker.random.pick(['', ' money']);
  const short = verbs === earning ? [`money made from ${all}`, `income from ${all}`] : verbs === spending ? [`spent on ${all}`, `how much spent on ${all}`] : [];
  return {
    isList: false, what: [`the ${words} of all ${all}`, `the total value of ${all}`, `the total amount of all ${all}`],
    question: [...verbs.map(([verb]) => `How much${money} ${verb} ${all}?`), `How much do ${all} come to in total?`, `What is the total value of ${all}?`, `How much money do all ${all} add up to?`, `What are ${all} worth altogether?`],
    clause: [...verbs.map(([, verb]) => `how much${money} ${verb} ${all}`), `how much all ${all} come to in total`],
    short: [...short, `total value of ${all}`, `how much in total for ${all}`, `total money ${all}`, `sum ${all}`],
  };
}

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

/** @param whole the aggregate of an amount that is what the thing is about, so that one may speak of "the average fine" */
function figure(things: Things, sql: string, name: (speaker: Speaker) => string, whole?: Aggregate, isSum = false): Draft {
  const ask = (speaker: Speaker): Ask => {
    if (whole !== undefined && speaker.random.chance(0.5)) return askWhole(speaker, things, whole);
    if (isSum && speaker.random.chance(0.4)) return askHowMuch(speaker, things, name(speaker));
    const [words, phrase] = [name(speaker), sayThings(speaker, things)];
    return { isList: false, what: [`the ${words} of ${phrase}`, `the ${words} of all ${phrase}`], question: [`What is the ${words} of ${phrase}?`], clause: [`what the ${words} of ${phrase} is`], short: [`${words} of ${phrase}`, `${words} ${phrase}`, `${words} for ${phrase}`, `${phrase} ${words}`] };
  };
  return { sql: `SELECT ${sql} ${fromThings(things)}`, tables: tablesOf(things), ask };
}
