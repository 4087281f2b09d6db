import { columnConditions } from '../conditions/column-conditions.ts';
import type { Draw } from '../draw.ts';
import { isTaker } from '../lexicon/event-words.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { mark, type Speaker } from '../style/speaker.ts';
import { sayColumn, sayTable, sayThings, type Condition, type Things } from '../things.ts';
import { aggregatesOf, aggregateSql, sayAggregate } from './aggregates.ts';
import { cellsBelow, type Below } from './below.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { columnsOf, measured, type Ask, type Shape } from './shape.ts';

const hasFigure = (table: TableEntry): boolean => columnsOf(table, ...measured).length > 0;

/** The one or the n with the largest sum or average of what lies below: the guests who paid the most, the hotel with the best ratings. */
export const topFigures: Shape = {
  name: 'top figure', topic: 'per parent', weight: 2,
  cells: (lexicon) => cellsBelow(lexicon, (draw, below) => {
    const { low, names, group } = below;
    const [column] = draw.random.sample(columnsOf(low, ...measured), 1);
    if (column === undefined) return undefined;
    const aggregate = aggregatesOf(column).includes('SUM') && draw.random.chance(0.7) ? 'SUM' : 'AVG';
    const isMost = draw.random.chance(0.8);
    const count = draw.random.chance(0.45) ? draw.random.pick([3, 5, 5, 10, 10, 2, 20]) : undefined;
    const debt = aggregate === 'SUM' && column.role === 'amount' && isTaker(below.top) && draw.random.chance(0.5) ? openDebt(draw, low) : undefined;
    const things = debt === undefined ? drawOwnThings(draw, low, maybeOne(draw, 0.2), [column]) : { table: low, conditions: [debt] };
    const ask = (speaker: Speaker): Ask => askTop(speaker, below, { column, aggregate, isMost, count, things, isOwed: debt !== undefined });
    return { sql: `SELECT ${names} ${below.join(things)} GROUP BY ${group} ORDER BY ${aggregateSql(aggregate, `${low.alias}.${column.sql}`)}${isMost ? ' DESC NULLS LAST' : ''} ${count === undefined ? 'FETCH FIRST 1 ROW WITH TIES' : `LIMIT ${count}`}`, tables: below.tables(things), ask };
  }, hasFigure),
};

interface TopFigure {
  readonly column: ColumnEntry;
  readonly aggregate: 'SUM' | 'AVG';
  readonly isMost: boolean;
  readonly count: number | undefined;
  readonly things: Things;
  /** The sum is what has not been paid yet. */
  readonly isOwed: boolean;
}

const owed = /\b(fine|fee|penalty|invoice|bill|charge|debt|installment|instalment|rent)$/;

/** That a sum is still to be paid, where a date says so. */
function openDebt(draw: Draw, low: TableEntry): Condition | undefined {
  return owed.test(low.singular) ? columnConditions(low).find(({ name }) => /paid\w* undone$/.test(name))?.make(draw) : undefined;
}

function askTop(speaker: Speaker, { top, low }: Below, { column, aggregate, isMost, count, things, isOwed }: TopFigure): Ask {
  const [one, all] = [sayTable(speaker, top, 'singular'), sayTable(speaker, top, 'plural')];
  const isBare = things.conditions.length === 0;
  const figure = `${sayAggregate(speaker, aggregate, sayColumn(speaker, column))}${isBare && speaker.random.chance(0.3) ? '' : ` of ${sayThings(speaker, things)}`}`;
  const degree = isMost ? 'highest' : 'lowest';
  const special = isOwed || isBare ? specialTop(speaker, top, low, { column, aggregate, isMost, count, isOwed }) : undefined;
  const isSpecial = special !== undefined && speaker.random.chance(0.65);
  const whose = isSpecial ? special : `with the ${degree} ${figure}`;
  const pronoun = top.isPerson ? 'who' : 'that';
  const relative = isSpecial && !/^with /.test(whose) ? `${pronoun} ${whose}` : whose;
  const verb = whose.replace(/^with /, 'has ');
  if (count !== undefined) return { isList: true, what: [`the ${mark(count)} ${all} ${relative}`, `the top ${mark(count)} ${all} by ${figure}`].slice(0, isMost ? 2 : 1), question: [`Which ${mark(count)} ${all} ${whose.replace(/^with /, 'have ')}?`], short: [`${isMost ? 'top' : 'bottom'} ${mark(count)} ${all} by ${figure}`, `${mark(count)} ${all} ${relative}`] };
  return { isList: false, isPerson: top.isPerson, what: [`the ${one} ${relative}`], question: [`Which ${one} ${verb}?`, ...(top.isPerson && (top.isMain || (isOwed && isSpecial)) ? [`Who ${verb}?`] : [])], clause: [`which ${one} ${verb}`], short: [`${one} ${relative}`, `${isMost ? 'top' : 'bottom'} ${one} by ${figure}`] };
}

const paid = /\b(payment|donation)$/;
const bought = /\b(order|purchase|sale|booking|reservation|rental|subscription|ticket|invoice|bill)$/;
const rated = /^(rating|score|stars|grade|points|mark)$/;

/** `paid the most`, `owes us the most`, `with the best reviews on average`; nothing where it is said by the name of the column. */
function specialTop(speaker: Speaker, top: TableEntry, low: TableEntry, { column, aggregate, isMost, count, isOwed }: Omit<TopFigure, 'things'>): string | undefined {
  const much = isMost ? 'the most' : 'the least';
  if (isOwed) return `${count === undefined ? 'owes' : 'owe'} ${speaker.random.pick([`us ${much}`, much, `us ${much} money`])}`;
  if (aggregate === 'AVG') {
    if (!rated.test(column.names[0]) || isTaker(top)) return undefined;
    return speaker.random.pick([`with the ${isMost ? 'best' : 'worst'} ${sayTable(speaker, low, 'plural')} on average`, `with the ${isMost ? 'best' : 'worst'} average ${sayColumn(speaker, column)}`, `got rated ${isMost ? 'best' : 'worst'} on average`]);
  }
  if (column.role !== 'amount') return undefined;
  if (isTaker(top) && paid.test(low.singular)) return speaker.random.pick([`paid us ${much}`, `paid ${much} money`, `paid ${much} in total`]);
  if (isTaker(top) && bought.test(low.singular)) return speaker.random.pick([`spent ${much}`, `spent ${much} money`, `spent ${much} in total`, `spent ${much} with us`]);
  if (!top.isPerson && (paid.test(low.singular) || bought.test(low.singular))) return speaker.random.pick([`brought in ${much} money`, `earned us ${much}`, `made ${much} money`, `with the ${isMost ? 'highest' : 'lowest'} revenue`]);
  return undefined;
}

/** Those whose average lies above or below that of all: hotels rated below our overall average. */
export const againstOverall: Shape = {
  name: 'against overall', topic: 'comparisons', weight: 0.6,
  cells: (lexicon) => cellsBelow(lexicon, (draw, below) => {
    const { top, low, names, group } = below;
    const [column] = draw.random.sample(columnsOf(low, ...measured), 1);
    if (column === undefined) return undefined;
    const isMore = draw.random.chance(0.6);
    const things: Things = { table: low, conditions: [] };
    const ask = (speaker: Speaker): Ask => {
      const [all, word] = [sayTable(speaker, top, 'plural'), `${sayColumn(speaker, column)}${speaker.random.chance(0.6) ? ` of ${sayTable(speaker, low, 'plural')}` : ''}`];
      const side = isMore ? 'above' : 'below';
      const isRated = rated.test(column.names[0]) && !isTaker(top) && speaker.random.chance(0.4);
      const relative = isRated ? `rated ${side} our overall average` : `whose average ${word} is ${side} the overall average`;
      const verb = isRated ? `are rated ${side} the overall average` : `have an average ${word} ${side} the overall average`;
      return { isList: true, what: [`the ${all} ${relative}`, `all ${all} with an average ${word} ${isMore ? 'higher' : 'lower'} than the average of all`], question: [`Which ${all} ${verb}?`], clause: [`which ${all} ${verb}`], short: [`${all} with avg ${word} ${side} overall avg`, `${all} ${relative}`] };
    };
    return { sql: `SELECT ${names} ${below.join(things)} GROUP BY ${group} HAVING AVG(${low.alias}.${column.sql}) ${isMore ? '>' : '<'} (SELECT AVG(${column.sql}) FROM ${low.sql})`, tables: below.tables(things), ask };
  }, hasFigure),
};

/** The largest or smallest figure and whose it is: the highest payment and the guest who made it. */
export const extremeWithOwner: Shape = {
  name: 'extreme with owner', topic: 'superlatives', weight: 0.7,
  cells: (lexicon) => cellsBelow(lexicon, (draw, below) => {
    const { top, low, names } = below;
    const [column] = draw.random.sample(columnsOf(low, ...measured), 1);
    if (column === undefined) return undefined;
    const isMost = draw.random.chance(0.75);
    const things = drawOwnThings(draw, low, maybeOne(draw, 0.35), [column]);
    const ask = (speaker: Speaker): Ask => {
      const [one, phrase, word] = [sayTable(speaker, top, 'singular'), sayThings(speaker, things), sayColumn(speaker, column)];
      const degree = speaker.random.pick(isMost ? ['highest', 'largest', 'biggest'] : ['lowest', 'smallest']);
      const whose = top.isPerson ? speaker.random.pick(['whose it is', `the ${one}`, `the ${one} it belongs to`]) : speaker.random.pick([`the ${one}`, `which ${one} it belongs to`]);
      return { isList: true, what: [`the ${degree} ${word} of ${phrase} and ${whose}`, `the ${degree} ${word} of all ${phrase} with the ${one}`], short: [`${degree} ${word} of ${phrase} and ${whose}`, `${degree} ${word} ${phrase} + ${one}`] };
    };
    const value = `${low.alias}.${column.sql}`;
    return { sql: `SELECT ${value}, ${names} ${below.join(things)} ORDER BY ${value}${isMost ? ' DESC NULLS LAST' : ''} FETCH FIRST 1 ROW WITH TIES`, tables: below.tables(things), ask };
  }, hasFigure),
};
