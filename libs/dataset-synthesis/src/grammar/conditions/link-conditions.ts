import type { Draw } from '../draw.ts';
import { withArticle } from '../english/inflect.ts';
import { sayCountComparison, sayNumber } from '../english/say-number.ts';
import type { Link } from '../lexicon/lexicon-types.ts';
import { joiningWord } from '../lexicon/link-words.ts';
import { childKey, childKeys, joinOn, parentKey, parentKeys } from '../relation-sql.ts';
import { mark, say } from '../style/speaker.ts';
import { sayTable, type Condition, type ConditionMaker } from '../things.ts';
import { drawNamed } from './named.ts';

/** Conditions on what a link table joins to a row: books of a named author, with several authors, without one. */
export function linkConditions(link: Link): ConditionMaker[] {
  const about = `${link.from.parent.name}<>${link.to.parent.name}`;
  return [
    { name: `${about} named`, about, weight: 2, make: (draw) => joinedToNamed(draw, link, about) },
    { name: `${about} number`, about, make: (draw) => joinedToSeveral(draw, link, about) },
    { name: `${about} none`, about, make: () => joinedToNone(link, about) },
  ];
}

function joinedToNamed(draw: Draw, { from, to }: Link, about: string): Condition | undefined {
  const named = drawNamed(draw, to.parent);
  if (named === undefined) return undefined;
  const word = joiningWord(from.parent, to.parent);
  return {
    about, tables: [from.child, to.parent],
    sql: (q) => `${parentKey(from, q)} IN (SELECT ${childKeys(from)} FROM ${from.child.sql} WHERE ${childKey(to)} IN (SELECT ${parentKeys(to)} FROM ${to.parent.sql} WHERE ${named.sql('')}))`,
    say: (speaker) => {
      const name = speaker.random.chance(0.6) ? named.say(speaker) : named.sayFull(speaker);
      return { verb: word === 'by' ? `are by ${name}` : word === 'with' ? `have ${name}` : `belong to ${name}`, after: `${word} ${name}` };
    },
  };
}

function joinedToSeveral(draw: Draw, { from, to }: Link, about: string): Condition {
  const sign = draw.random.pick(['>', '>', '>=', '='] as const);
  const count = draw.random.integer(sign === '>' ? 1 : 2, 3);
  return {
    about, tables: [from.child],
    sql: (q) => `${parentKey(from, q)} IN (SELECT ${childKeys(from)} FROM ${from.child.sql} GROUP BY ${childKeys(from)} HAVING COUNT(*) ${sign} ${count})`,
    say: (speaker) => {
      const amount = `${sayCountComparison(speaker, sign)} ${mark(sayNumber(speaker, count))} ${sayTable(speaker, to.parent, count === 1 ? 'singular' : 'plural')}`;
      return { verb: `have ${amount}`, after: `with ${amount}` };
    },
  };
}

function joinedToNone({ from, to }: Link, about: string): Condition {
  const join = from.child;
  return {
    about, needsAlias: true, tables: [join],
    sql: (q) => `NOT EXISTS (SELECT 1 FROM ${join.sql} ${join.alias} WHERE ${joinOn(from, `${join.alias}.`, q === '' ? `${from.parent.alias}.` : q)})`,
    say: (speaker) => {
      const [one, several] = [sayTable(speaker, to.parent, 'singular'), sayTable(speaker, to.parent, 'plural')];
      return { verb: say(speaker, { plain: [`have no ${one}`, `have no ${several}`], terse: [`have no ${several}`], polite: [`do not have a single ${one}`, `have no ${several} at all`] }), after: say(speaker, { plain: [`without ${withArticle(one)}`, `without any ${several}`], terse: [`without ${several}`, `no ${one}`], polite: [`without a single ${one}`, `without any ${several}`] }) };
    },
  };
}
