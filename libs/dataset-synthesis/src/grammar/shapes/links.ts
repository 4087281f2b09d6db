import { columnConditions } from '../conditions/column-conditions.ts';
import { linksOf } from '../conditions/junctions.ts';
import { sayLinked } from '../conditions/link-words.ts';
import { belongsTo, drawNamed, ownersRead } from '../conditions/named.ts';
import type { Link, TableEntry } from '../lexicon/lexicon-types.ts';
import { makerBases, makerParticiples, makerVerbs } from '../lexicon/link-words.ts';
import { childKey, childKeys, joinOn, parentKey, parentKeys } from '../relation-sql.ts';
import { mark, type Speaker } from '../style/speaker.ts';
import { conditionsSql, drawConditions, sayTable, sayThings, shownSql, tablesOf, type Things } from '../things.ts';
import { askMost } from './ask-most.ts';
import type { Ask, Shape } from './shape.ts';

/** What a link table joins to a thing that is named, or to things that meet a condition: the books of an author. */
export const linked: Shape = {
  name: 'linked', topic: 'several tables', weight: 3.5,
  cells: (lexicon) => linksOf(lexicon).map((link) => ({
    name: `${link.from.column.name} ${link.to.column.name}`,
    write: (draw) => {
      const [near, far] = [link.from.parent, link.to.parent];
      const such: Things = { table: far, conditions: drawConditions(draw, columnConditions(far), 1) };
      const named = draw.random.chance(0.6) ? drawNamed(draw, far) : undefined;
      const where = conditionsSql(such, '');
      if (named === undefined && where.length === 0) return undefined;
      const joined = named === undefined ? `${childKey(link.to)} IN (SELECT ${parentKeys(link.to)} FROM ${far.sql} WHERE ${where.join(' AND ')})` : belongsTo(link.to, named, '');
      const isCount = draw.random.chance(0.35);
      const shown: Things = { table: near, conditions: [] };
      const ask = (speaker: Speaker): Ask => {
        const named1 = named === undefined ? undefined : speaker.random.chance(0.6) ? named.say(speaker) : named.sayFull(speaker);
        const words = sayLinked(speaker, near, far, named1 ?? sayThings(speaker, such));
        const phrase = `${sayTable(speaker, near, 'plural')} ${words.after ?? words.verb}`;
        const [made, making] = [makerVerbs[near.singular], makerVerbs[far.singular]];
        if (!isCount && named1 !== undefined && made !== undefined && !far.isPerson && speaker.random.chance(0.75)) return { isList: true, what: [`the ${sayTable(speaker, near, 'singular')} of ${named1}`], question: [`Who ${made} ${named1}?`, `Who is the ${near.singular} of ${named1}?`], clause: [`who ${made} ${named1}`], short: [`who ${made} ${named1}`, `${near.singular} of ${named1}`, `${named1} ${near.singular}`] };
        if (!isCount && named1 !== undefined && making !== undefined && speaker.random.chance(0.4)) return { isList: true, what: [`all ${sayTable(speaker, near, 'plural')} that ${named1} ${making}`], question: [`Which ${near.plural} did ${named1} ${makerBases[making] ?? making}?`, `What has ${named1} ${makerParticiples[making] ?? making}?`], clause: [`which ${near.plural} ${named1} ${making}`], short: [`${named1} ${near.plural}`, `${near.plural} by ${named1}`] };
        if (isCount) return { isList: false, what: [`the number of ${phrase}`], question: [`How many ${phrase} are there?`], clause: [`how many ${phrase} there are`], short: [`how many ${phrase}`, `${phrase} count`] };
        const who = near.isPerson ? [`Who ${words.verb.replace(/^(know|come|have|work|take|attend|supply|deliver|sell|belong)\b/, (verb) => thirdPersonOf(verb)).replace(/^are /, 'is ')}?`] : [];
        return { isList: true, what: [`all ${phrase}`, `the ${phrase}`], question: [`Which ${sayTable(speaker, near, 'plural')} ${words.verb}?`, ...who], clause: [`which ${near.plural} ${words.verb}`], short: [phrase, `list ${phrase}`, ...who.map((question) => question.toLowerCase().slice(0, 3) + question.slice(3, -1))] };
      };
      return { sql: `SELECT ${isCount ? 'COUNT(*)' : shownSql(shown)} FROM ${near.sql} WHERE ${through(link)} ${joined})`, tables: [near, link.from.child, ...(named === undefined ? tablesOf(such) : ownersRead(link.to, named))], ask };
    },
  })),
};

/** How many things a link table joins to each thing, and which has the most. */
export const linkCounts: Shape = {
  name: 'linked count', topic: 'per parent', weight: 1,
  cells: (lexicon) => linksOf(lexicon).filter(({ from }) => from.parent.naming.length > 0).map((link) => ({
    name: `${link.from.column.name} ${link.to.column.name}`,
    write: (draw) => {
      const { from, to } = link;
      const isTop = draw.random.chance(0.5);
      const count = isTop && draw.random.chance(0.35) ? draw.random.pick([3, 5, 5, 10]) : undefined;
      const [near, join] = [from.parent, from.child];
      const names = near.naming.map(({ sql }) => `${near.alias}.${sql}`).join(', ');
      const sql = `SELECT ${names}${isTop ? '' : ', COUNT(*)'} FROM ${near.sql} ${near.alias} JOIN ${join.sql} ${join.alias} ON ${joinOn(from, `${join.alias}.`, `${near.alias}.`)} GROUP BY ${parentKeys(from, `${near.alias}.`)}, ${names}${isTop ? ` ORDER BY COUNT(*) DESC ${count === undefined ? 'FETCH FIRST 1 ROW WITH TIES' : `LIMIT ${count}`}` : ''}`;
      const ask = (speaker: Speaker): Ask => {
        const making = makerVerbs[near.singular];
        if (isTop && making !== undefined && speaker.random.chance(0.4)) return askProlific(speaker, near, sayTable(speaker, to.parent, 'plural'), making, count);
        if (count !== undefined) return askMost(speaker, { top: near, low: to.parent, phrase: sayTable(speaker, to.parent, 'plural'), count, isBare: true });
        const [owner, things] = [sayTable(speaker, near, 'singular'), sayTable(speaker, to.parent, 'plural')];
        if (isTop) return { isList: false, what: [`the ${owner} with the most ${things}`], question: [`Which ${owner} has the most ${things}?`], clause: [`which ${owner} has the most ${things}`], short: [`${owner} with most ${things}`] };
        return { isList: true, what: [`the number of ${things} per ${owner}`], question: [`How many ${things} does each ${owner} have?`], clause: [`how many ${things} each ${owner} has`], short: [`${things} per ${owner}`] };
      };
      return { sql, tables: [near, join], ask };
    },
  })),
};

/** `the five most prolific writers`. */
function askProlific(speaker: Speaker, near: TableEntry, things: string, making: string, count: number | undefined): Ask {
  const [one, all] = [sayTable(speaker, near, 'singular'), sayTable(speaker, near, 'plural')];
  if (count !== undefined) return { isList: true, what: [`the ${mark(count)} most prolific ${all}`, `the ${mark(count)} ${all} who ${making} the most ${things}`], question: [`Which ${mark(count)} ${all} ${making} the most ${things}?`], clause: [`which ${mark(count)} ${all} ${making} the most ${things}`], short: [`${mark(count)} most prolific ${all}`, `top ${mark(count)} ${all}`] };
  return { isList: false, isPerson: true, what: [`the most prolific ${one}`, `the ${one} who ${making} the most ${things}`], question: [`Who ${making} the most ${things}?`, `Which ${one} ${making} the most ${things}?`, `Who is the most prolific ${one}?`], clause: [`who ${making} the most ${things}`], short: [`most prolific ${one}`, `who ${making} most ${things}`] };
}

function thirdPersonOf(verb: string): string {
  return verb === 'have' ? 'has' : verb.endsWith('y') && !/[aeiou]y$/.test(verb) ? verb.replace(/y$/, 'ies') : `${verb}s`;
}

function through({ from }: Link): string {
  return `${parentKey(from)} IN (SELECT ${childKeys(from)} FROM ${from.child.sql} WHERE`;
}
