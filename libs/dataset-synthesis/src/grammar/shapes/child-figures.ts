import type { Draw } from '../draw.ts';
import { sayComparison } from '../english/say-number.ts';
import { isTaker } from '../lexicon/event-words.ts';
import type { ColumnEntry, Lexicon, Relation } from '../lexicon/lexicon-types.ts';
import { mark, type Speaker } from '../style/speaker.ts';
import { sayColumn, sayTable, sayThings, tablesOf, type Things } from '../things.ts';
import { drawNumber } from '../values/draw-value.ts';
import { aggregatesOf, aggregateSql, sayAggregate, type Aggregate } from './aggregates.ts';
import { joinedChildren, ownerSql } from './children.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { relationCells } from './relations.ts';
import { columnsOf, grouped, measured, type Ask, type Cell, type Draft, type Shape } from './shape.ts';

interface ChildFigure {
  readonly things: Things;
  readonly column: ColumnEntry;
  readonly aggregate: Aggregate;
  readonly sql: string;
  readonly say: (speaker: Speaker) => string;
}

function drawChildFigure(draw: Draw, { child }: Relation, aggregates: readonly Aggregate[], share: number): ChildFigure | undefined {
  const [column] = draw.random.sample(columnsOf(child, ...measured).filter((each) => aggregatesOf(each).some((name) => aggregates.includes(name))), 1);
  if (column === undefined) return undefined;
  const aggregate = draw.random.pick(aggregatesOf(column).filter((name) => aggregates.includes(name)));
  const things = drawOwnThings(draw, child, maybeOne(draw, share), [column]);
  return { things, column, aggregate, sql: aggregateSql(aggregate, `${child.alias}.${column.sql}`), say: (speaker) => `${sayAggregate(speaker, aggregate, sayColumn(speaker, column))}${things.conditions.length === 0 && speaker.random.chance(0.5) ? '' : ` of ${sayThings(speaker, things)}`}` };
}

function cellsOf(lexicon: Lexicon, write: (draw: Draw, relation: Relation) => Draft | undefined, isNamed: boolean): Cell[] {
  return relationCells(lexicon, write, ({ child, parent, isPlain }) => isPlain && child !== parent && (!isNamed || parent.naming.length > 0) && columnsOf(child, ...measured).length > 0);
}

/** Children's figures by a column of their parents: the revenue of each country. */
export const figuresAcross: Shape = {
  name: 'figures across', topic: 'groups', weight: 2,
  cells: (lexicon) => cellsOf(lexicon, (draw, relation) => {
    const { parent } = relation;
    const [group] = draw.random.sample(columnsOf(parent, ...grouped), 1);
    const figure = drawChildFigure(draw, relation, ['SUM', 'AVG', 'SUM', 'MAX'], 0.25);
    if (group === undefined || figure === undefined) return undefined;
    const name = `${parent.alias}.${group.sql}`;
    const ask = (speaker: Speaker): Ask => {
      const [words, by] = [figure.say(speaker), speaker.random.chance(0.5) ? sayColumn(speaker, group) : `${sayTable(speaker, parent, 'singular')} ${sayColumn(speaker, group)}`];
      return { isList: true, what: [`the ${words} per ${by}`, `the ${words} by ${by}`, `the ${words} for each ${by}`], question: [`What is the ${words} per ${by}?`, `What is the ${words} for each ${by}?`], clause: [`what the ${words} is for each ${by}`], short: [`${words} by ${by}`, `${words} per ${by}`] };
    };
    return { sql: `SELECT ${name}, ${figure.sql} ${joinedChildren(relation, figure.things)} GROUP BY ${name}`, tables: [parent, ...tablesOf(figure.things)], ask };
  }, false),
};

/** Parents whose children's figure lies above or below a number: departments with an average salary over 60000. */
export const havingFigure: Shape = {
  name: 'having figure', topic: 'per parent', weight: 1.5,
  cells: (lexicon) => cellsOf(lexicon, (draw, relation) => {
    const figure = drawChildFigure(draw, relation, ['AVG', 'SUM', 'AVG'], 0.15);
    if (figure === undefined) return undefined;
    const sign = draw.random.pick(['>', '>', '<', '>='] as const);
    const number = drawNumber(draw, figure.column) * (figure.aggregate === 'SUM' ? draw.random.pick([1, 2, 5, 10]) : 1);
    const { names, group } = ownerSql(relation);
    const ask = (speaker: Speaker): Ask => {
      const [all, words, than] = [sayTable(speaker, relation.parent, 'plural'), figure.say(speaker), `${sayComparison(speaker, sign)} ${mark(number)}`];
      const tail = withThreshold(words, than);
      return { isList: true, what: [`the ${all} with ${tail}`, `all ${all} with ${tail}`], question: [`Which ${all} have ${tail}?`], clause: [`which ${all} have ${tail}`], short: [`${all} with ${words} ${than}`, `${all} ${words} ${than}`] };
    };
    return { sql: `SELECT ${names} ${joinedChildren(relation, figure.things)} GROUP BY ${group} HAVING ${figure.sql} ${sign} ${number}`, tables: [relation.parent, ...tablesOf(figure.things)], ask };
  }, true),
};

/** `an average salary of more than 60000`. */
export function withThreshold(words: string, than: string): string {
  const of = /^(above|over|under|below|[<>=])/.test(than) ? than : `of ${than}`;
  return `${/^(average|avg|overall)/.test(words) ? 'an' : 'a'} ${words} ${of}`;
}

/** The parent whose children have the highest or lowest average: the best rated product. */
export const topAverages: Shape = {
  name: 'top average', topic: 'per parent', weight: 2.2,
  cells: (lexicon) => cellsOf(lexicon, (draw, relation) => {
    const figure = drawChildFigure(draw, relation, ['AVG'], 0.15);
    if (figure === undefined) return undefined;
    const isMost = draw.random.chance(0.7);
    const count = draw.random.chance(0.3) ? draw.random.pick([3, 5, 10]) : undefined;
    const isRating = !isTaker(relation.parent) && /^(rating|score|stars|grade)$/.test(figure.column.names[0]);
    const { names, group } = ownerSql(relation);
    const ask = (speaker: Speaker): Ask => {
      const words = `${isMost ? 'highest' : 'lowest'} ${figure.say(speaker)}`;
      const [one, all] = [sayTable(speaker, relation.parent, 'singular'), sayTable(speaker, relation.parent, 'plural')];
      const rated = isRating && figure.things.conditions.length === 0 ? [isMost ? 'best rated' : 'worst rated'] : [];
      if (count !== undefined) return { isList: true, what: [`the ${mark(count)} ${all} with the ${words}`, ...rated.map((degree) => `the ${mark(count)} ${degree} ${all}`)], short: [`${isMost ? 'top' : 'bottom'} ${mark(count)} ${all} by ${figure.say(speaker)}`, ...rated.map((degree) => `${mark(count)} ${degree} ${all}`)] };
      return { isList: false, isPerson: relation.parent.isPerson, what: [`the ${one} with the ${words}`, ...rated.map((degree) => `the ${degree} ${one}`)], question: [`Which ${one} has the ${words}?`, ...rated.map((degree) => `Which ${one} is ${degree}?`)], clause: [`which ${one} has the ${words}`], short: [`${one} with ${words}`, ...rated.map((degree) => `${degree} ${one}`)] };
    };
    return { sql: `SELECT ${names} ${joinedChildren(relation, figure.things)} GROUP BY ${group} ORDER BY ${figure.sql}${isMost ? ' DESC NULLS LAST' : ''} ${count === undefined ? 'FETCH FIRST 1 ROW WITH TIES' : `LIMIT ${count}`}`, tables: [relation.parent, ...tablesOf(figure.things)], ask };
  }, true),
};

/** The best row of each parent or group: the most expensive product of each category. */
export const bestOfEach: Shape = {
  name: 'best of each', topic: 'superlatives', weight: 1.2,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, parent, role } = relation;
    const [column] = draw.random.sample(columnsOf(child, ...measured, 'birth'), 1);
    if (column === undefined) return undefined;
    const isLargest = draw.random.chance(0.7);
    const key = relation.columns.map(({ sql }) => sql).join(', ');
    const [p, c] = [parent.alias, child.alias];
    const shown = [...parent.naming.map(({ sql }) => `${p}.${sql}`), ...child.naming.map(({ sql }) => `${c}.${sql}`)].join(', ');
    const sql = `SELECT ${shown} ${joinedChildren(relation, { table: child, conditions: [] })} WHERE (${relation.columns.map(({ sql: name }) => `${c}.${name}`).join(', ')}, ${c}.${column.sql}) IN (SELECT ${[key, `${isLargest ? 'MAX' : 'MIN'}(${column.sql})`].join(', ')} FROM ${child.sql} GROUP BY ${key})`;
    const ask = (speaker: Speaker): Ask => {
      const one = sayTable(speaker, child, 'singular');
      const degree = column.role === 'birth' ? `${isLargest ? 'youngest' : 'oldest'} ${one}` : `${one} with the ${isLargest ? 'highest' : 'lowest'} ${sayColumn(speaker, column)}`;
      return { isList: true, what: [`the ${degree} of each ${role}`, `for each ${role} the ${degree}`], question: [`Which is the ${degree} of each ${role}?`], clause: [`which is the ${degree} of each ${role}`], short: [`${degree} per ${role}`, `${degree} of each ${role}`] };
    };
    return { sql, tables: [parent, child], ask };
  }, ({ child, parent, isPlain }) => isPlain && child !== parent && child.naming.length > 0 && parent.naming.length > 0),
};
