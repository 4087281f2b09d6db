import { comparisonSigns, sayCountComparison, sayNumber } from '../english/say-number.ts';
import { eventWords, isTaken, isTaker } from '../lexicon/event-words.ts';
import type { Lexicon, Relation } from '../lexicon/lexicon-types.ts';
import { childKeys } from '../relation-sql.ts';
import { mark, type Speaker } from '../style/speaker.ts';
import { sayTable, tablesOf } from '../things.ts';
import { joinedChildren, ownerSql } from './children.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { salienceOf } from './relations.ts';
import type { Ask, Shape } from './shape.ts';

/** How many different others each is joined to by what lies between: customers who ordered more than two different products. */
export const distinctPartners: Shape = {
  name: 'distinct partners', topic: 'per parent', weight: 1.4,
  cells: (lexicon) => pairsOf(lexicon).map(([own, other]) => ({
    name: `${own.child.name} ${own.column.name} ${other.column.name}`,
    weight: salienceOf(own),
    write: (draw) => {
      const { child, parent } = own;
      const things = drawOwnThings(draw, child, maybeOne(draw, 0.15));
      const { names, group } = ownerSql(own);
      const count = `COUNT(DISTINCT ${childKeys(other, `${child.alias}.`)})`;
      const kind = draw.random.pick(['many', 'many', 'each', 'top'] as const);
      const sign = draw.random.pick(comparisonSigns.filter((each) => /^(>|>=|=)$/.test(each)));
      const number = draw.random.integer(sign === '>' ? 1 : 2, 5);
      const from = `${joinedChildren(own, things)} GROUP BY ${group}`;
      const sql = kind === 'each' ? `SELECT ${names}, ${count} ${from}` : kind === 'top' ? `SELECT ${names} ${from} ORDER BY ${count} DESC FETCH FIRST 1 ROW WITH TIES` : `SELECT ${names} ${from} HAVING ${count} ${sign} ${number}`;
      const ask = (speaker: Speaker): Ask => {
        const [one, all, others, between] = [sayTable(speaker, parent, 'singular'), sayTable(speaker, parent, 'plural'), sayTable(speaker, other.parent, 'plural'), sayTable(speaker, child, 'plural')];
        const event = eventWords(child);
        const such = things.conditions.map((condition) => condition.say(speaker)).map(({ verb, after }) => ` ${after ?? `that ${verb}`}`).join('');
        const did = event?.base !== undefined && isTaker(parent) && isTaken(other.parent) && such === '' ? event.past : undefined;
        const [have, has] = did === undefined ? [`have ${between}${such} of`, `has ${between}${such} of`] : [did, did];
        if (kind === 'each') return { isList: true, what: [did === undefined ? `the number of different ${others} among the ${between}${such} of each ${one}` : `the number of different ${others} that each ${one} ${did}`, `each ${one} with the number of different ${others} ${did === undefined ? `of their ${between}${such}` : did}`], question: [did === undefined ? `How many different ${others} do the ${between}${such} of each ${one} belong to?` : `How many different ${others} has each ${one} ${event?.passive ?? did}?`], short: [`different ${others} per ${one}${did === undefined ? `, by ${between}${such}` : ''}`] };
        if (kind === 'top') return { isList: false, isPerson: parent.isPerson, what: [`the ${one} ${parent.isPerson ? 'who' : 'that'} ${has} the most different ${others}`], question: [`Which ${one} ${has} the most different ${others}?`], clause: [`which ${one} ${has} the most different ${others}`], short: [`${one} with ${did === undefined ? `${between}${such} of ` : ''}most different ${others}`] };
        const amount = `${sayCountComparison(speaker, sign)} ${mark(sayNumber(speaker, number))} ${number === 1 ? sayTable(speaker, other.parent, 'singular') : `different ${others}`}`;
        return { isList: true, what: [`the ${all} ${parent.isPerson ? 'who' : 'that'} ${have} ${amount}`], question: [`Which ${all} ${have} ${amount}?`], clause: [`which ${all} ${have} ${amount}`], short: [`${all} ${did === undefined ? `with ${between}${such} of` : 'who ' + did} ${amount}`] };
      };
      return { sql, tables: [parent, ...tablesOf(things)], ask };
    },
  })),
};

/** Two keys of one table to two others, the first of which has a name. */
function pairsOf({ relations }: Lexicon): [Relation, Relation][] {
  const usable = relations.filter(({ child, parent, isPlain }) => child.kind === 'thing' && isPlain && child !== parent);
  return usable.filter(({ parent }) => parent.naming.length > 0).flatMap((own) => usable.filter((other) => other.child === own.child && other.parent !== own.parent && other.columns.length === 1).map((other): [Relation, Relation] => [own, other]));
}
