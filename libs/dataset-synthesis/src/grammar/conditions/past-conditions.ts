import { quoteLiteral } from '@sqlwright/schema';
import type { Draw } from '../draw.ts';
import { withArticle } from '../english/inflect.ts';
import { eventWords, isTaker } from '../lexicon/event-words.ts';
import type { Relation } from '../lexicon/lexicon-types.ts';
import { childKeys, joinOn, parentKey } from '../relation-sql.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { conditionsSql, drawConditions, sayTable, sayThings, tablesOf, type Condition, type ConditionMaker, type Things } from '../things.ts';
import { drawValues } from '../values/draw-value.ts';
import { spokenValue } from './category-conditions.ts';
import { columnConditions } from './column-conditions.ts';

/** Conditions on children that are not there, or not for some time, or of two kinds: no orders in 2025, nothing for a year, both a paid and a cancelled one. */
export function pastConditions(relation: Relation, about: string): ConditionMaker[] {
  return [
    { name: `${about} none such`, about, salience: 1.2, weight: 0.7, make: (draw) => noneSuch(draw, relation, about) },
    { name: `${about} idle`, about, salience: 1.2, weight: 0.7, make: (draw) => idle(draw, relation, about) },
    { name: `${about} two kinds`, about, salience: 1.2, weight: 0.25, make: (draw) => twoKinds(draw, relation, about) },
  ];
}

function notExists(relation: Relation, qualifier: string, conditions: readonly string[]): string {
  const { child, parent } = relation;
  return `NOT EXISTS (SELECT 1 FROM ${child.sql} ${child.alias} WHERE ${[joinOn(relation, `${child.alias}.`, qualifier === '' ? `${parent.alias}.` : qualifier), ...conditions].join(' AND ')})`;
}

function noneSuch(draw: Draw, relation: Relation, about: string): Condition | undefined {
  const { child } = relation;
  const things: Things = { table: child, conditions: drawConditions(draw, columnConditions(child).filter(({ name }) => / (=|true|false|year|last days|this month|last month|this year|last year|missing|undone|overdue|>)$/.test(name)), 1) };
  if (things.conditions.length === 0) return undefined;
  return {
    about, needsAlias: true, tables: tablesOf(things),
    sql: (q) => notExists(relation, q, conditionsSql(things, `${child.alias}.`)),
    say: (speaker) => {
      const [one, several] = [sayThings(speaker, things, 'singular'), sayThings(speaker, things)];
      return { verb: say(speaker, { plain: [`have no ${several}`, `have no ${one}`], terse: [`have no ${several}`], polite: [`do not have any ${several}`, `have no ${several} at all`] }), after: say(speaker, { plain: [`without any ${several}`, `with no ${several}`, `without ${withArticle(one)}`], terse: [`no ${several}`, `without ${several}`], polite: [`without a single ${one}`, `without any ${several}`] }) };
    },
  };
}

/** Nothing has come of them since a time told from today. */
function idle(draw: Draw, relation: Relation, about: string): Condition | undefined {
  const { child, parent } = relation;
  const moment = child.columns.find(({ role, nullable, salience }) => role === 'moment' && !nullable && salience >= 1);
  if (moment === undefined || child.isPerson) return undefined;
  const [count, unit] = draw.random.pick([[1, 'year'], [1, 'year'], [2, 'years'], [6, 'months'], [6, 'months'], [3, 'months'], [30, 'days'], [90, 'days']] as const);
  const event = eventWords(child);
  return {
    about, needsAlias: true, tables: [child],
    sql: (q) => notExists(relation, q, [`${child.alias}.${moment.sql} >= CURRENT_DATE - INTERVAL '${count} ${unit}'`]),
    say: (speaker) => {
      const time = count === 1 ? say(speaker, { plain: ['for more than a year', 'in the last year'], terse: ['for over a year', 'in the last year'], polite: ['for more than a year', 'within the last year'] }) : say(speaker, { plain: [`for more than ${mark(count)} ${unit}`, `in the last ${mark(count)} ${unit}`], terse: [`for ${mark(count)} ${unit}`, `in the last ${mark(count)} ${unit}`], polite: [`for over ${mark(count)} ${unit}`, `within the last ${mark(count)} ${unit}`] });
      const plural = sayTable(speaker, child, 'plural');
      const did = event?.base !== undefined && isTaker(parent) && speaker.random.chance(0.6) ? [`have not ${event.past} anything ${time}`, `haven't ${event.past} anything ${time}`] : [`have had no ${plural} ${time}`, `have had no ${child.singular} ${time}`, `have not had any ${plural} ${time}`];
      return { verb: speaker.random.pick(did) };
    },
  };
}

/** It has a child of the one kind and one of the other. */
function twoKinds(draw: Draw, relation: Relation, about: string): Condition | undefined {
  const { child } = relation;
  const [column] = draw.random.sample(child.columns.filter(({ role, values }) => /^(category|city|country)$/.test(role) && values.length > 2), 1);
  const [a, b] = column === undefined ? [] : drawValues(draw, column, 2);
  if (column === undefined || a === undefined || b === undefined) return undefined;
  const has = (q: string, value: string): string => `${parentKey(relation, q)} IN (SELECT ${childKeys(relation)} FROM ${child.sql} WHERE ${column.sql} = ${quoteLiteral(value)})`;
  const phrase = (speaker: Speaker): string => {
    const [x, y] = [spokenValue(speaker, a, column), spokenValue(speaker, b, column)];
    if (column.role !== 'category') return `${sayTable(speaker, child, 'plural')} in both ${x} and ${y}`;
    return speaker.random.chance(0.5) ? `both ${withArticle(x)} ${child.singular} and ${withArticle(y)} one` : `${sayTable(speaker, child, 'plural')} with both ${column.names[0]} ${x} and ${y}`;
  };
  return {
    about, tables: [child],
    sql: (q) => `${has(q, a)} AND ${has(q, b)}`,
    say: (speaker) => {
      const words = phrase(speaker);
      return { verb: `have ${words}`, after: `with ${words}` };
    },
  };
}
