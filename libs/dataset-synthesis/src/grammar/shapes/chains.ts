import type { Lexicon } from '../lexicon/lexicon-types.ts';
import type { Draw } from '../draw.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { sayColumn, sayTable, sayThings } from '../things.ts';
import { aggregatesOf, aggregateSql, sayAggregate } from './aggregates.ts';
import { askMost } from './ask-most.ts';
import { belowWay, type Below } from './below.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { salienceOf } from './relations.ts';
import { columnsOf, grouped, measured, type Ask, type Cell, type Draft, type Shape } from './shape.ts';

function chainCells(lexicon: Lexicon, write: (draw: Draw, below: Below) => Draft | undefined, keep: (below: Below) => boolean = () => true): Cell[] {
  return lexicon.chains.map(({ lower, upper }) => ({ lower, upper, below: belowWay([lower, upper]) })).filter(({ below }) => keep(below)).map(({ lower, upper, below }) => ({ name: `${lower.child.name}.${lower.column.name}.${upper.column.name}`, weight: salienceOf(upper), write: (draw) => write(draw, below) }));
}

const isNamed = ({ top }: Below): boolean => top.naming.length > 0;

/** How many rows two keys away each has: the loans of each branch. */
export const chainCounts: Shape = {
  name: 'chain count', topic: 'per parent', weight: 1.5,
  cells: (lexicon) => chainCells(lexicon, (draw, below) => {
    const things = drawOwnThings(draw, below.low, maybeOne(draw, 0.3));
    const { names, group } = below;
    const ask = (speaker: Speaker): Ask => {
      const [phrase, one] = [sayThings(speaker, things), sayTable(speaker, below.top, 'singular')];
      return { isList: true, what: [`the number of ${phrase} per ${one}`, `the number of ${phrase} for each ${one}`], question: [`How many ${phrase} does each ${one} have?`, `How many ${phrase} are there per ${one}?`], clause: [`how many ${phrase} each ${one} has`], short: [`${phrase} per ${one}`, `${phrase} by ${one}`, `count ${phrase} per ${one}`] };
    };
    return { sql: `SELECT ${names}, COUNT(*) ${below.join(things)} GROUP BY ${group}`, tables: below.tables(things), ask };
  }, isNamed),
};

/** Which has the most rows two keys away, ties included, and the n with the most. */
export const topChains: Shape = {
  name: 'top chain', topic: 'per parent', weight: 2.5,
  cells: (lexicon) => chainCells(lexicon, (draw, below) => {
    const [low, top] = [below.low, below.top];
    const things = drawOwnThings(draw, low, maybeOne(draw, 0.25));
    const count = draw.random.chance(0.35) ? draw.random.pick([3, 5, 5, 10, 10, 20]) : undefined;
    const { names, group } = below;
    const order = count === undefined ? 'FETCH FIRST 1 ROW WITH TIES' : `LIMIT ${count}`;
    const ask = (speaker: Speaker): Ask => askMost(speaker, { top, low, phrase: sayThings(speaker, things), count, isBare: things.conditions.length === 0 });
    return { sql: `SELECT ${names} ${below.join(things)} GROUP BY ${group} ORDER BY COUNT(*) DESC ${order}`, tables: below.tables(things), ask };
  }, isNamed),
};

/** A figure over the rows two keys away: the fines of each member. */
export const chainFigures: Shape = {
  name: 'chain figure', topic: 'per parent', weight: 1,
  cells: (lexicon) => chainCells(lexicon, (draw, below) => {
    const low = below.low;
    const [column] = draw.random.sample(columnsOf(low, ...measured), 1);
    if (column === undefined) return undefined;
    const aggregate = draw.random.pick(aggregatesOf(column).filter((each) => each !== 'MEDIAN'));
    const things = drawOwnThings(draw, low, maybeOne(draw, 0.2), [column]);
    const { names, group } = below;
    const ask = (speaker: Speaker): Ask => {
      const [words, one] = [`${sayAggregate(speaker, aggregate, sayColumn(speaker, column))} of ${sayThings(speaker, things)}`, sayTable(speaker, below.top, 'singular')];
      return { isList: true, what: [`the ${words} per ${one}`, `the ${words} for each ${one}`], short: [`${words} per ${one}`, `${words} by ${one}`] };
    };
    return { sql: `SELECT ${names}, ${aggregateSql(aggregate, `${low.alias}.${column.sql}`)} ${below.join(things)} GROUP BY ${group}`, tables: below.tables(things), ask };
  }, (below) => isNamed(below) && columnsOf(below.low, ...measured).length > 0),
};

/** Rows counted by a column two keys away: loans by genre. */
export const chainGroups: Shape = {
  name: 'chain group', topic: 'groups', weight: 1.5,
  cells: (lexicon) => chainCells(lexicon, (draw, below) => {
    const top = below.top;
    const [column] = draw.random.sample(columnsOf(top, ...grouped), 1);
    if (column === undefined) return undefined;
    const things = drawOwnThings(draw, below.low, maybeOne(draw, 0.25));
    const name = `${top.alias}.${column.sql}`;
    const isTop = draw.random.chance(0.3);
    const ask = (speaker: Speaker): Ask => {
      const [phrase, word] = [sayThings(speaker, things), `${say(speaker, { plain: ['', `${top.singular} `], terse: ['', `${top.singular} `], polite: ['', `${top.singular} `] })}${sayColumn(speaker, column)}`];
      if (isTop) return { isList: false, what: [`the ${word} with the most ${phrase}`], question: [`Which ${word} has the most ${phrase}?`], clause: [`which ${word} has the most ${phrase}`], short: [`${word} with most ${phrase}`] };
      return { isList: true, what: [`the number of ${phrase} per ${word}`, `the number of ${phrase} by ${word}`], question: [`How many ${phrase} are there per ${word}?`], clause: [`how many ${phrase} there are per ${word}`], short: [`${phrase} per ${word}`, `${phrase} by ${word}`] };
    };
    return { sql: `SELECT ${name}${isTop ? '' : ', COUNT(*)'} ${below.join(things)} GROUP BY ${name}${isTop ? ' ORDER BY COUNT(*) DESC FETCH FIRST 1 ROW WITH TIES' : ''}`, tables: below.tables(things), ask };
  }, ({ top }) => columnsOf(top, ...grouped).length > 0),
};
