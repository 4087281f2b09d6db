import { childKeys } from '../relation-sql.ts';
import type { Speaker } from '../style/speaker.ts';
import { conditionsSql, sayColumn, sayTable, sayThings, tablesOf } from '../things.ts';
import { joinedChildren } from './children.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { relationCells } from './relations.ts';
import { columnsOf, grouped, type Ask, type Shape } from './shape.ts';

/** Children or different parents per group of the other side. */
export const groupsAcross: Shape = {
  name: 'groups across', topic: 'groups', weight: 3,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, parent } = relation;
    // Rows of a key of several columns cannot be counted as different ones so simply.
    const isChildGroup = draw.random.chance(0.5) && relation.columns.length === 1;
    const [group] = draw.random.sample(columnsOf(isChildGroup ? child : parent, ...grouped), 1);
    if (group === undefined || child === parent) return undefined;
    const things = drawOwnThings(draw, child, maybeOne(draw, 0.3), [group]);
    if (isChildGroup) {
      const ask = (speaker: Speaker): Ask => {
        const [owners, name] = [sayTable(speaker, parent, 'plural'), `${sayTable(speaker, child, 'singular')} ${sayColumn(speaker, group)}`.replace(/^(address|location) (?=city|country|state|town|nation)/, '')];
        const having = things.conditions.length === 0 ? '' : ` with ${sayThings(speaker, things)}`;
        return { isList: true, what: [`the number of different ${owners}${having} per ${name}`], question: [`How many different ${owners}${having} are there per ${name}?`], clause: [`how many different ${owners}${having} there are for each ${name}`], short: [`different ${owners}${having} per ${name}`] };
      };
      const where = conditionsSql(things, '');
      return { sql: `SELECT ${group.sql}, COUNT(DISTINCT ${childKeys(relation)}) FROM ${child.sql}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`} GROUP BY ${group.sql}`, tables: tablesOf(things), ask };
    }
    const ask = (speaker: Speaker): Ask => {
      const [phrase, name] = [sayThings(speaker, things), `${sayColumn(speaker, group)} of the ${sayTable(speaker, parent, 'singular')}`];
      return { isList: true, what: [`the number of ${phrase} per ${name}`, `the number of ${phrase} for each ${name}`], question: [`How many ${phrase} are there per ${name}?`], clause: [`how many ${phrase} there are per ${name}`], short: [`${phrase} by ${name}`, `count ${phrase} per ${name}`] };
    };
    const name = `${parent.alias}.${group.sql}`;
    return { sql: `SELECT ${name}, COUNT(*) ${joinedChildren(relation, things)} GROUP BY ${name}`, tables: [parent, ...tablesOf(things)], ask };
  }, ({ isPlain }) => isPlain),
};
