import { columnConditions } from '../conditions/column-conditions.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { drawConditions, sayTable, sayThings, tablesOf, type Things } from '../things.ts';
import { sayNumber } from '../english/say-number.ts';
import { countChildren, leftJoinedChildren, ownerSql } from './children.ts';
import { maybeOne } from './draw-things.ts';
import { relationCells } from './relations.ts';
import type { Ask, Shape } from './shape.ts';

/** What the rows that are joined may be asked for: a LEFT JOIN with a test for NULL reads like one for rows that are not there. */
const holdsOften = / (=|= again|true|false|undone|year|this year|last year)$/;

/** Parents with fewer than n children, those without any among them: classes with fewer than five enrolments. */
export const fewChildren: Shape = {
  name: 'few children', topic: 'per parent', weight: 1,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, parent } = relation;
    const isBelow = draw.random.chance(0.7);
    const number = draw.random.pick(isBelow ? [2, 3, 3, 4, 5, 5, 10, 20] : [1, 1, 2, 3, 5]);
    const things: Things = { table: child, conditions: drawConditions(draw, columnConditions(child).filter(({ name }) => holdsOften.test(name)), maybeOne(draw, 0.25)) };
    const { names, group } = ownerSql(relation);
    const sql = `SELECT ${names} ${leftJoinedChildren(relation, things)} GROUP BY ${group} HAVING ${countChildren(relation)} ${isBelow ? '<' : '<='} ${number}`;
    const ask = (speaker: Speaker): Ask => {
      const few = isBelow ? say(speaker, { plain: ['fewer than', 'less than'], terse: ['fewer than', 'under', '<', 'less than'], polite: ['fewer than', 'less than'] }) : say(speaker, { plain: ['at most', 'no more than'], terse: ['max', 'at most', '<='], polite: ['no more than', 'at most'] });
      const [all, phrase] = [sayTable(speaker, parent, 'plural'), `${few} ${mark(sayNumber(speaker, number))} ${sayThings(speaker, things, number === 1 ? 'singular' : 'plural')}`];
      return { isList: true, what: [`the ${all} with ${phrase}`, `all ${all} that have ${phrase}`.replace(' that ', parent.isPerson ? ' who ' : ' that ')], question: [`Which ${all} have ${phrase}?`], clause: [`which ${all} have ${phrase}`], short: [`${all} with ${phrase}`] };
    };
    return { sql, tables: [parent, ...tablesOf(things)], ask };
  }, ({ child, parent, isPlain }) => isPlain && child !== parent && parent.naming.length > 0),
};
