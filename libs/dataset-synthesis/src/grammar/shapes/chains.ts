import { eventWords, isTaken, isTaker } from '../lexicon/event-words.ts';
import type { Chain, Lexicon } from '../lexicon/lexicon-types.ts';
import type { Draw } from '../draw.ts';
import { joinOn, parentKeys } from '../relation-sql.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { conditionsSql, sayColumn, sayTable, sayThings, tablesOf, type Things } from '../things.ts';
import { aggregatesOf, aggregateSql, sayAggregate } from './aggregates.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { salienceOf } from './relations.ts';
import { columnsOf, grouped, measured, type Ask, type Cell, type Draft, type Shape } from './shape.ts';

function chainCells(lexicon: Lexicon, write: (draw: Draw, chain: Chain) => Draft | undefined, keep: (chain: Chain) => boolean = () => true): Cell[] {
  return lexicon.chains.filter(keep).map((chain) => ({ name: `${chain.lower.child.name}.${chain.lower.column.name}.${chain.upper.column.name}`, weight: salienceOf(chain.upper), write: (draw) => write(draw, chain) }));
}

const isNamed = ({ upper }: Chain): boolean => upper.parent.naming.length > 0;

/** `FROM branch b JOIN copy c ON … JOIN loan l ON … WHERE …`. */
function joinedChain({ lower, upper }: Chain, things: Things): string {
  const [low, mid, top] = [lower.child, lower.parent, upper.parent];
  const where = conditionsSql(things, `${low.alias}.`);
  const joins = `FROM ${top.sql} ${top.alias} JOIN ${mid.sql} ${mid.alias} ON ${joinOn(upper, `${mid.alias}.`, `${top.alias}.`)} JOIN ${low.sql} ${low.alias} ON ${joinOn(lower, `${low.alias}.`, `${mid.alias}.`)}`;
  return `${joins}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}`;
}

function topSql({ upper }: Chain): { names: string; group: string } {
  const { parent } = upper;
  const names = parent.naming.map(({ sql }) => `${parent.alias}.${sql}`).join(', ');
  return { names, group: `${parentKeys(upper, `${parent.alias}.`)}, ${names}` };
}

const readBy = ({ lower, upper }: Chain, things: Things): Draft['tables'] => [upper.parent, lower.parent, ...tablesOf(things)];

/** How many rows two keys away each has: the loans of each branch. */
export const chainCounts: Shape = {
  name: 'chain count', topic: 'per parent', weight: 1.5,
  cells: (lexicon) => chainCells(lexicon, (draw, chain) => {
    const things = drawOwnThings(draw, chain.lower.child, maybeOne(draw, 0.3));
    const { names, group } = topSql(chain);
    const ask = (speaker: Speaker): Ask => {
      const [phrase, one] = [sayThings(speaker, things), sayTable(speaker, chain.upper.parent, 'singular')];
      return { isList: true, what: [`the number of ${phrase} per ${one}`, `the number of ${phrase} for each ${one}`], question: [`How many ${phrase} does each ${one} have?`, `How many ${phrase} are there per ${one}?`], clause: [`how many ${phrase} each ${one} has`], short: [`${phrase} per ${one}`, `${phrase} by ${one}`, `count ${phrase} per ${one}`] };
    };
    return { sql: `SELECT ${names}, COUNT(*) ${joinedChain(chain, things)} GROUP BY ${group}`, tables: readBy(chain, things), ask };
  }, isNamed),
};

/** Which has the most rows two keys away, ties included, and the n with the most. */
export const topChains: Shape = {
  name: 'top chain', topic: 'per parent', weight: 2.5,
  cells: (lexicon) => chainCells(lexicon, (draw, chain) => {
    const [low, top] = [chain.lower.child, chain.upper.parent];
    const things = drawOwnThings(draw, low, maybeOne(draw, 0.25));
    const count = draw.random.chance(0.35) ? draw.random.pick([3, 5, 5, 10, 10, 20]) : undefined;
    const { names, group } = topSql(chain);
    const order = count === undefined ? 'FETCH FIRST 1 ROW WITH TIES' : `LIMIT ${count}`;
    const ask = (speaker: Speaker): Ask => askMost(speaker, { top, low, phrase: sayThings(speaker, things), count, isBare: things.conditions.length === 0 });
    return { sql: `SELECT ${names} ${joinedChain(chain, things)} GROUP BY ${group} ORDER BY COUNT(*) DESC ${order}`, tables: readBy(chain, things), ask };
  }, isNamed),
};

/** A figure over the rows two keys away: the fines of each member. */
export const chainFigures: Shape = {
  name: 'chain figure', topic: 'per parent', weight: 1,
  cells: (lexicon) => chainCells(lexicon, (draw, chain) => {
    const low = chain.lower.child;
    const [column] = draw.random.sample(columnsOf(low, ...measured), 1);
    if (column === undefined) return undefined;
    const aggregate = draw.random.pick(aggregatesOf(column).filter((each) => each !== 'MEDIAN'));
    const things = drawOwnThings(draw, low, maybeOne(draw, 0.2), [column]);
    const { names, group } = topSql(chain);
    const ask = (speaker: Speaker): Ask => {
      const [words, one] = [`${sayAggregate(speaker, aggregate, sayColumn(speaker, column))} of ${sayThings(speaker, things)}`, sayTable(speaker, chain.upper.parent, 'singular')];
      return { isList: true, what: [`the ${words} per ${one}`, `the ${words} for each ${one}`], short: [`${words} per ${one}`, `${words} by ${one}`] };
    };
    return { sql: `SELECT ${names}, ${aggregateSql(aggregate, `${low.alias}.${column.sql}`)} ${joinedChain(chain, things)} GROUP BY ${group}`, tables: readBy(chain, things), ask };
  }, (chain) => isNamed(chain) && columnsOf(chain.lower.child, ...measured).length > 0),
};

/** Rows counted by a column two keys away: loans by genre. */
export const chainGroups: Shape = {
  name: 'chain group', topic: 'groups', weight: 1.5,
  cells: (lexicon) => chainCells(lexicon, (draw, chain) => {
    const top = chain.upper.parent;
    const [column] = draw.random.sample(columnsOf(top, ...grouped), 1);
    if (column === undefined) return undefined;
    const things = drawOwnThings(draw, chain.lower.child, maybeOne(draw, 0.25));
    const name = `${top.alias}.${column.sql}`;
    const isTop = draw.random.chance(0.3);
    const ask = (speaker: Speaker): Ask => {
      const [phrase, word] = [sayThings(speaker, things), `${say(speaker, { plain: ['', `${top.singular} `], terse: ['', `${top.singular} `], polite: ['', `${top.singular} `] })}${sayColumn(speaker, column)}`];
      if (isTop) return { isList: false, what: [`the ${word} with the most ${phrase}`], question: [`Which ${word} has the most ${phrase}?`], clause: [`which ${word} has the most ${phrase}`], short: [`${word} with most ${phrase}`] };
      return { isList: true, what: [`the number of ${phrase} per ${word}`, `the number of ${phrase} by ${word}`], question: [`How many ${phrase} are there per ${word}?`], clause: [`how many ${phrase} there are per ${word}`], short: [`${phrase} per ${word}`, `${phrase} by ${word}`] };
    };
    return { sql: `SELECT ${name}${isTop ? '' : ', COUNT(*)'} ${joinedChain(chain, things)} GROUP BY ${name}${isTop ? ' ORDER BY COUNT(*) DESC FETCH FIRST 1 ROW WITH TIES' : ''}`, tables: readBy(chain, things), ask };
  }, ({ upper }) => columnsOf(upper.parent, ...grouped).length > 0),
};

/** `the most borrowed book`, `the 5 members with the most loans`. */
export function askMost(speaker: Speaker, { top, low, phrase, count, isBare }: { top: { singular: string; plural: string; isPerson: boolean } & Parameters<typeof sayTable>[1]; low: Parameters<typeof eventWords>[0]; phrase: string; count: number | undefined; isBare: boolean }): Ask {
  const event = eventWords(low);
  const [one, all] = [sayTable(speaker, top, 'singular'), sayTable(speaker, top, 'plural')];
  const often = event !== undefined && isTaken(top) && eventWords(top) === undefined && isBare && speaker.random.chance(0.6) ? event.passive : undefined;
  if (count !== undefined) {
    const n = mark(count);
    const what = often === undefined ? [`the ${n} ${all} with the most ${phrase}`, `the top ${n} ${all} by number of ${phrase}`] : [`the ${n} most ${often} ${all}`, `the ${n} ${all} that were ${often} most often`];
    return { isList: true, what, question: what.slice(0, 1).map((words) => `Which are ${words}?`), clause: what.slice(0, 1).map((words) => `which are ${words}`), short: [what[0] ?? '', `top ${n} ${all} by ${phrase}`, ...(often === undefined ? [] : [`${n} most ${often} ${all}`, `top ${n} ${often} ${all}`])] };
  }
  if (often !== undefined) return { isList: false, what: [`the most ${often} ${one}`, `the most frequently ${often} ${one}`, `the most popular ${one}`], question: [`Which ${one} was ${often} most often?`, `What is the most ${often} ${one}?`, `Which ${one} was ${often} the most?`], clause: [`which ${one} was ${often} most often`], short: [`most ${often} ${one}`, `${one} ${often} most`, `top ${one}`] };
  const did = event?.base !== undefined && isTaker(top) && isBare ? [`Who ${event.past} the most?`, `Who ${event.past} most often?`] : [];
  const person = top.isPerson ? [`Who has the most ${phrase}?`, ...did] : [];
  return { isList: false, isPerson: top.isPerson, what: [`the ${one} with the most ${phrase}`], question: [`Which ${one} has the most ${phrase}?`, ...person], clause: [`which ${one} has the most ${phrase}`], short: [`${one} with most ${phrase}`, `most ${phrase} ${one}`, ...did.slice(0, 1).map((question) => question.toLowerCase().replace('?', ''))] };
}
