import { comparisonSigns, sayCountComparison, sayNumber } from '../english/say-number.ts';
import { pluralOf } from '../english/inflect.ts';
import { eventWords, isTaken } from '../lexicon/event-words.ts';
import { momentWords } from '../lexicon/moment-words.ts';
import type { ColumnEntry, Deed, Relation } from '../lexicon/lexicon-types.ts';
import { childKeys, joinOn, keyIsThere, parentKey, parentKeys } from '../relation-sql.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { conditionsSql, sayColumn, sayTable, sayThings, tablesOf, type Things } from '../things.ts';
import { aggregatesOf, aggregateSql, sayAggregate } from './aggregates.ts';
import { askMost } from './ask-most.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { relationCells } from './relations.ts';
import { columnsOf, measured, type Ask, type Shape } from './shape.ts';

const canGroup = ({ child, parent }: Relation): boolean => parent.naming.length > 0 && child !== parent;

/** `FROM member m JOIN loan l ON … WHERE …`. */
export function joinedChildren(relation: Relation, things: Things, kind = 'JOIN'): string {
  const { parent, child } = relation;
  const where = conditionsSql(things, `${child.alias}.`);
  return `FROM ${parent.sql} ${parent.alias} ${kind} ${child.sql} ${child.alias} ON ${joinOn(relation, `${child.alias}.`, `${parent.alias}.`)}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}`;
}

/** The same with parents that have no such child: `FROM member m LEFT JOIN loan l ON … AND …`. */
export function leftJoinedChildren(relation: Relation, things: Things): string {
  return [joinedChildren(relation, { table: relation.child, conditions: [] }, 'LEFT JOIN'), ...conditionsSql(things, `${relation.child.alias}.`)].join(' AND ');
}

/** The number of children that a LEFT JOIN found, zero where there is none. */
export function countChildren({ child, column }: Relation): string {
  return `COUNT(${child.alias}.${(child.key ?? column).sql})`;
}

/** The parent's names, and what to group by so that namesakes stay apart. */
export function ownerSql(relation: Relation): { names: string; group: string } {
  const { parent } = relation;
  const names = parent.naming.map(({ sql }) => `${parent.alias}.${sql}`).join(', ');
  return { names, group: parent.naming.some(({ sql }) => sql === parentKey(relation)) ? names : `${parentKeys(relation, `${parent.alias}.`)}, ${names}` };
}

/** How many children each parent has, those without any left out or counted as zero. */
export const childCounts: Shape = {
  name: 'children counted', topic: 'per parent', weight: 4,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, role } = relation;
    const isLeft = draw.random.chance(0.3);
    const things = isLeft ? { table: child, conditions: [] } : drawOwnThings(draw, child, maybeOne(draw, 0.25));
    const { names, group } = ownerSql(relation);
    const isSorted = draw.random.chance(0.2);
    const ask = (speaker: Speaker): Ask => {
      const phrase = sayThings(speaker, things);
      const order = isSorted ? say(speaker, { plain: [', most first'], terse: [', most first'], polite: [', beginning with the most'] }) : '';
      const zero = isLeft ? say(speaker, { plain: [', including zero for those without any', ', counting those without any as zero'], terse: [', incl 0'], polite: [', including those that have none'] }) : '';
      const tail = `${zero}${order}`;
      const { deed, parent } = relation;
      if (deed !== undefined && speaker.random.chance(0.65)) {
        const one = sayTable(speaker, parent, 'singular');
        return { isList: true, what: [`the number of ${phrase} that each ${one} ${deed.past}${tail}`, `each ${one} with the number of ${phrase} ${deed.passive}${tail}`], question: [`How many ${phrase} were ${deed.passive} by each ${one}${tail}?`], clause: [`how many ${phrase} each ${one} ${deed.past}${tail}`], short: [`${phrase} ${deed.passive} per ${one}${tail}`, `${phrase} ${deed.passive} by each ${one}${tail}`] };
      }
      return { isList: true, what: [`the number of ${phrase} per ${role}${tail}`, `each ${role} with the number of ${phrase}${tail}`], question: [`How many ${phrase} does each ${role} have${tail}?`], clause: [`how many ${phrase} each ${role} has${tail}`], short: [...(things.conditions.length === 0 && /\b(employee|staff member|worker)$/.test(child.singular) ? [`headcount per ${role}${tail}`, `headcount by ${role}${tail}`] : []), `${phrase} per ${role}${tail}`, `count ${phrase} by ${role}${tail}`] };
    };
    const count = isLeft ? countChildren(relation) : 'COUNT(*)';
    return { sql: `SELECT ${names}, ${count} ${joinedChildren(relation, things, isLeft ? 'LEFT JOIN' : 'JOIN')} GROUP BY ${group}${isSorted ? ` ORDER BY ${count} DESC` : ''}`, tables: [relation.parent, ...tablesOf(things)], ask };
  }, canGroup),
};

/** Parents with more or fewer than n children that meet a condition. */
export const manyChildren: Shape = {
  name: 'children having', topic: 'per parent', weight: 3,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, parent } = relation;
    const sign = draw.random.pick(comparisonSigns.filter((each) => /[>=]/.test(each) && each !== '<='));
    const number = draw.random.integer(sign === '>' ? 1 : 2, 6);
    const things = drawOwnThings(draw, child, maybeOne(draw, 0.3));
    const names = parent.naming.map(({ sql }) => sql).join(', ');
    const where = conditionsSql(things, '');
    const ask = (speaker: Speaker): Ask => {
      const [owners, phrase] = [sayTable(speaker, parent, 'plural'), `${sayCountComparison(speaker, sign)} ${mark(sayNumber(speaker, number))} ${sayThings(speaker, things, number === 1 ? 'singular' : 'plural')}`];
      return { isList: true, what: [`the ${owners} with ${phrase}`], question: [`Which ${owners} have ${phrase}?`], clause: [`which ${owners} have ${phrase}`], short: [`${owners} with ${phrase}`] };
    };
    return { sql: `SELECT ${names} FROM ${parent.sql} WHERE ${parentKey(relation)} IN (SELECT ${childKeys(relation)} FROM ${child.sql}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`} GROUP BY ${childKeys(relation)} HAVING COUNT(*) ${sign} ${number})`, tables: [parent, ...tablesOf(things)], ask };
  }, (relation) => canGroup(relation) && relation.isPlain),
};

/** The parent with the most or fewest children, or with the largest figure of them, ties included. */
export const topParents: Shape = {
  name: 'top parent', topic: 'per parent', weight: 4,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, role } = relation;
    const isMost = draw.random.chance(0.75);
    const [summed] = draw.random.chance(0.35) ? draw.random.sample(columnsOf(child, ...measured).filter((column) => aggregatesOf(column).includes('SUM')), 1) : [];
    const things = drawOwnThings(draw, child, maybeOne(draw, 0.25), summed === undefined ? [] : [summed]);
    const { names, group } = ownerSql(relation);
    const measure = summed === undefined ? 'COUNT(*)' : `SUM(${child.alias}.${summed.sql})`;
    const ask = (speaker: Speaker): Ask => {
      const phrase = sayThings(speaker, things);
      const what = summed === undefined ? `the ${isMost ? 'most' : 'fewest'} ${phrase}` : `the ${isMost ? 'highest' : 'lowest'} total ${sayColumn(speaker, summed).replace(/^total /, '')} of ${phrase}`;
      const some = !isMost && summed === undefined ? say(speaker, { plain: [', but at least one'], terse: [' (min 1)'], polite: [', though at least one'] }) : '';
      const { deed } = relation;
      if (deed !== undefined && summed === undefined && speaker.random.chance(0.65)) return askDoer(speaker, relation, `${what}${some}`, deed);
      if (isMost && things.conditions.length === 0 && isSold(relation, summed) && speaker.random.chance(0.6)) return askBestSelling(role);
      if (isMost && relation.isPlain && summed === undefined && speaker.random.chance(0.6)) return askMost(speaker, { top: relation.parent, low: child, phrase, count: undefined, isBare: things.conditions.length === 0 });
      return { isList: false, isPerson: relation.parent.isPerson, what: [`the ${role} with ${what}${some}`], question: [`Which ${role} has ${what}${some}?`, ...(relation.parent.isPerson && relation.isPlain ? [`Who has ${what}${some}?`] : [])], clause: [`which ${role} has ${what}${some}`], short: [`${role} with ${what}${some}`] };
    };
    return { sql: `SELECT ${names} ${joinedChildren(relation, things)} GROUP BY ${group} ORDER BY ${measure}${isMost ? ` DESC${summed === undefined ? '' : ' NULLS LAST'}` : ''} FETCH FIRST 1 ROW WITH TIES`, tables: [relation.parent, ...tablesOf(things)], ask };
  }, canGroup),
};

/** Whether the sum counts pieces of what is sold. */
function isSold({ child, parent, role }: Relation, summed: ColumnEntry | undefined): boolean {
  return summed?.role === 'quantity' && /^(ordered|sold|bought)$/.test(eventWords(child)?.passive ?? '') && isTaken(parent) && !/order|invoice|sale/.test(role);
}

function askBestSelling(role: string): Ask {
  return { isList: false, what: [`the best-selling ${role}`, `the most sold ${role}`], question: [`Which ${role} sold the most units?`, `What is our best-selling ${role}?`, `Which ${role} was sold most, by quantity?`], clause: [`which ${role} sold the most units`], short: [`best selling ${role}`, `most sold ${role}`, `top selling ${role}`] };
}

/** `Who took the most bookings?` */
function askDoer(speaker: Speaker, { parent }: Relation, what: string, { past }: Deed): Ask {
  const one = sayTable(speaker, parent, 'singular');
  const who = parent.isPerson ? 'who' : `which ${one}`;
  const whose = `${who} ${past} ${what}`;
  return { isList: false, isPerson: parent.isPerson, what: [`the ${one} ${parent.isPerson ? 'who' : 'that'} ${past} ${what}`], question: [`${whose.replace(/^w/, 'W')}?`, `Which ${one} ${past} ${what}?`], clause: [whose, `which ${one} ${past} ${what}`], short: [whose, `${one} ${past} ${what.replace(/^the /, '')}`] };
}

/** The n parents with the most children. */
export const topParentRows: Shape = {
  name: 'top n parents', topic: 'per parent', weight: 3,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, parent } = relation;
    const things = drawOwnThings(draw, child, maybeOne(draw, 0.25));
    const count = draw.random.chance(0.6) ? draw.random.pick([3, 5, 5, 10, 10, 20, 2, 4, 7]) : undefined;
    const withCount = draw.random.chance(0.2);
    const { names, group } = ownerSql(relation);
    const ask = (speaker: Speaker): Ask => {
      const asked = askMost(speaker, { top: parent, low: child, phrase: sayThings(speaker, things), count, isBare: things.conditions.length === 0 });
      if (!withCount) return asked;
      const added = say(speaker, { plain: [' and how many each has', ' with the number of each'], terse: [' + count', ' with count'], polite: [' together with their number'] });
      return { isList: asked.isList, what: (asked.what ?? []).map((words) => words + added), short: (asked.short ?? []).map((words) => words + added) };
    };
    return { sql: `SELECT ${names}${withCount ? ', COUNT(*)' : ''} ${joinedChildren(relation, things)} GROUP BY ${group} ORDER BY COUNT(*) DESC ${count === undefined ? 'FETCH FIRST 1 ROW WITH TIES' : `LIMIT ${count}`}`, tables: [parent, ...tablesOf(things)], ask };
  }, (relation) => canGroup(relation) && relation.isPlain),
};

/** A figure over the children of each parent. */
export const childFigures: Shape = {
  name: 'children figure', topic: 'per parent', weight: 3,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, role } = relation;
    const [column] = draw.random.sample(columnsOf(child, ...measured), 1);
    if (column === undefined) return undefined;
    const aggregate = draw.random.pick(aggregatesOf(column).filter((each) => each !== 'MEDIAN'));
    const things = drawOwnThings(draw, child, maybeOne(draw, 0.2), [column]);
    const { names, group } = ownerSql(relation);
    const ask = (speaker: Speaker): Ask => {
      const words = `${sayAggregate(speaker, aggregate, sayColumn(speaker, column))} of ${sayThings(speaker, things)}`;
      return { isList: true, what: [`the ${words} per ${role}`, `the ${words} for each ${role}`], short: [`${words} per ${role}`, `${words} by ${role}`] };
    };
    return { sql: `SELECT ${names}, ${aggregateSql(aggregate, `${child.alias}.${column.sql}`)} ${joinedChildren(relation, things)} GROUP BY ${group}`, tables: [relation.parent, ...tablesOf(things)], ask };
  }, canGroup),
};

/** The average number of children, of parents that have any or of all. */
export const averageChildren: Shape = {
  name: 'average children', topic: 'per parent', weight: 1.5,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, parent } = relation;
    const isAll = draw.random.chance(0.5);
    const isMost = !isAll && draw.random.chance(0.4);
    const things = isAll ? { table: child, conditions: [] } : drawOwnThings(draw, child, maybeOne(draw, 0.25));
    const where = [...conditionsSql(things, ''), ...keyIsThere(relation)];
    const sql = isAll
      ? `SELECT AVG(n) FROM (SELECT ${countChildren(relation)} AS n ${leftJoinedChildren(relation, things)} GROUP BY ${parentKeys(relation, `${parent.alias}.`)}) t`
      : `SELECT ${isMost ? 'MAX' : 'AVG'}(n) FROM (SELECT COUNT(*) AS n FROM ${child.sql}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`} GROUP BY ${childKeys(relation)}) t`;
    const ask = (speaker: Speaker): Ask => {
      const [phrase, owner] = [sayThings(speaker, things), sayTable(speaker, parent, 'singular')];
      if (isMost) return { isList: false, what: [`the highest number of ${phrase} that one ${owner} has`], question: [`What is the highest number of ${phrase} that any one ${owner} has?`], clause: [`what the highest number of ${phrase} of any one ${owner} is`], short: [`max number of ${phrase} of one ${owner}`] };
      const who = isAll ? say(speaker, { plain: [`, counting ${pluralOf(owner)} without any`, `, including ${pluralOf(owner)} that have none`], terse: [', incl those with none'], polite: [', with those counted that have none'] }) : say(speaker, { plain: [', among those who have any', ', counting only those with at least one'], terse: [', only those with any'], polite: [', leaving out those that have none'] }).replace('those who', parent.isPerson ? 'those who' : 'those that');
      return { isList: false, what: [`the average number of ${phrase} per ${owner}${who}`], question: [`How many ${phrase} does ${owner.match(/^[aeiou]/) ? 'an' : 'a'} ${owner} have on average${who}?`], short: [`avg number of ${phrase} per ${owner}${who}`] };
    };
    return { sql, tables: isAll ? [child, parent] : tablesOf(things), ask };
  }, ({ isPlain }) => isPlain),
};

/** The first or last moment of each parent's children. */
export const lastChildren: Shape = {
  name: 'last child', topic: 'per parent', weight: 1.5,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, role } = relation;
    const [column] = draw.random.sample(columnsOf(child, 'moment'), 1);
    if (column === undefined) return undefined;
    const isLast = draw.random.chance(0.7);
    const things = drawOwnThings(draw, child, maybeOne(draw, 0.3), [column]);
    const { names, group } = ownerSql(relation);
    const ask = (speaker: Speaker): Ask => {
      const words = `${isLast ? say(speaker, { plain: ['latest', 'most recent'], terse: ['last', 'latest'], polite: ['most recent'] }) : say(speaker, { plain: ['earliest', 'first'], terse: ['first'], polite: ['very first', 'earliest'] })} ${momentWords(child, column).noun}`;
      return { isList: true, what: [`the ${words} of the ${sayThings(speaker, things)} of each ${role}`, `each ${role} and the ${words} of the ${sayThings(speaker, things)}`], short: [`${words} of ${sayThings(speaker, things)} per ${role}`] };
    };
    return { sql: `SELECT ${names}, ${isLast ? 'MAX' : 'MIN'}(${child.alias}.${column.sql}) ${joinedChildren(relation, things)} GROUP BY ${group}`, tables: [relation.parent, ...tablesOf(things)], ask };
  }, canGroup),
};
