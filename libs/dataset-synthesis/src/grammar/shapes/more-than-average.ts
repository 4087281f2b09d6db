import { childKeys, joinOn, keyIsThere } from '../relation-sql.ts';
import type { Speaker } from '../style/speaker.ts';
import { sayTable } from '../things.ts';
import { relationCells } from './relations.ts';
import type { Ask, Shape } from './shape.ts';

/** Parents with more children than the average of those that have any. */
export const moreThanAverage: Shape = {
  name: 'more than average', topic: 'comparisons', weight: 0.6,
  cells: (lexicon) => relationCells(lexicon, (_, relation) => {
    const { child, parent } = relation;
    const there = keyIsThere(relation);
    const known = there.length === 0 ? '' : ` WHERE ${there.join(' AND ')}`;
    const names = parent.naming.map(({ sql }) => `${parent.alias}.${sql}`).join(', ');
    const sql = `WITH counts AS (SELECT ${childKeys(relation)}, COUNT(*) AS n FROM ${child.sql}${known} GROUP BY ${childKeys(relation)}) SELECT ${names} FROM ${parent.sql} ${parent.alias} JOIN counts ON ${joinOn(relation, 'counts.', `${parent.alias}.`)} WHERE counts.n > (SELECT AVG(n) FROM counts)`;
    const ask = (speaker: Speaker): Ask => {
      const [owners, things] = [sayTable(speaker, parent, 'plural'), sayTable(speaker, child, 'plural')];
      return { isList: true, what: [`the ${owners} with more ${things} than average`, `all ${owners} with an above-average number of ${things}`], question: [`Which ${owners} have more ${things} than average?`, `Which ${owners} have more ${things} than the average?`], clause: [`which ${owners} have more ${things} than average`], short: [`${owners} with more ${things} than avg`, `${owners} above average ${things}`] };
    };
    return { sql, tables: [parent, child], ask };
  }, (relation) => relation.isPlain && relation.parent.naming.length > 0 && relation.child !== relation.parent),
};
