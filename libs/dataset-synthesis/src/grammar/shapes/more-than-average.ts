import type { Speaker } from '../style/speaker.ts';
import { sayTable } from '../things.ts';
import { relationCells } from './relations.ts';
import type { Ask, Shape } from './shape.ts';

/** Parents with more children than the average of those that have any. */
export const moreThanAverage: Shape = {
  name: 'more than average', topic: 'comparisons', weight: 0.6,
  cells: (lexicon) => relationCells(lexicon, (_, { child, parent, column, parentKey }) => {
    const known = column.nullable ? ` WHERE ${column.sql} IS NOT NULL` : '';
    const names = parent.naming.map(({ sql }) => `${parent.alias}.${sql}`).join(', ');
    const sql = `WITH counts AS (SELECT ${column.sql}, COUNT(*) AS n FROM ${child.sql}${known} GROUP BY ${column.sql}) SELECT ${names} FROM ${parent.sql} ${parent.alias} JOIN counts ON counts.${column.sql} = ${parent.alias}.${parentKey} WHERE counts.n > (SELECT AVG(n) FROM counts)`;
    const ask = (speaker: Speaker): Ask => {
      const [owners, things] = [sayTable(speaker, parent, 'plural'), sayTable(speaker, child, 'plural')];
      return { isList: true, what: [`the ${owners} with more ${things} than average`, `all ${owners} with an above-average number of ${things}`], question: [`Which ${owners} have more ${things} than average?`, `Which ${owners} have more ${things} than the average?`], clause: [`which ${owners} have more ${things} than average`], short: [`${owners} with more ${things} than avg`, `${owners} above average ${things}`] };
    };
    return { sql, tables: [parent, child], ask };
  }, (relation) => relation.isPlain && relation.parent.naming.length > 0 && relation.child !== relation.parent),
};
