import type { Draw } from '../draw.ts';
import { withArticle } from '../english/inflect.ts';
import { sayCountComparison, sayNumber } from '../english/say-number.ts';
import type { Link } from '../lexicon/lexicon-types.ts';
import { childKeys, joinOn, parentKey } from '../relation-sql.ts';
import { mark, say } from '../style/speaker.ts';
import { sayTable, type Condition, type ConditionMaker } from '../things.ts';
import { sayLinked } from './link-words.ts';
import { belongsTo, drawNamed, ownersRead, type Named } from './named.ts';

/** Conditions on what a link table joins to a row: books of a named author, with several authors, without one; employees who know both of two languages. */
export function linkConditions(link: Link): ConditionMaker[] {
  const about = `${link.from.parent.name}<>${link.to.parent.name}`;
  return [
    { name: `${about} named`, about, weight: 2, make: (draw) => joinedToNamed(draw, link, about) },
    { name: `${about} both`, about, weight: 1.2, make: (draw) => joinedToBoth(draw, link, about) },
    { name: `${about} number`, about, make: (draw) => joinedToSeveral(draw, link, about) },
    { name: `${about} none`, about, make: () => joinedToNone(link, about) },
  ];
}

function joinedToNamed(draw: Draw, link: Link, about: string): Condition | undefined {
  const { from, to } = link;
  const named = drawNamed(draw, to.parent);
  if (named === undefined) return undefined;
  return {
    about, tables: [from.child, ...ownersRead(to, named)],
    sql: (q) => joinedSql(link, named, q),
    say: (speaker) => sayLinked(speaker, from.parent, to.parent, speaker.random.chance(0.6) ? named.say(speaker) : named.sayFull(speaker)),
  };
}

/** The row is joined to the one and to the other, not to one that is both. */
function joinedToBoth(draw: Draw, link: Link, about: string): Condition | undefined {
  const { from, to } = link;
  const [a, b] = [drawNamed(draw, to.parent), drawNamed(draw, to.parent)];
  if (a === undefined || b === undefined || a.key !== undefined || b.key !== undefined || a.sql('') === b.sql('')) return undefined;
  return {
    about, tables: [from.child, to.parent],
    sql: (q) => `${joinedSql(link, a, q)} AND ${joinedSql(link, b, q)}`,
    say: (speaker) => sayLinked(speaker, from.parent, to.parent, `${speaker.register === 'terse' && speaker.random.chance(0.5) ? '' : 'both '}${a.say(speaker)} and ${b.say(speaker)}`),
  };
}

function joinedSql({ from, to }: Link, named: Named, qualifier: string): string {
  return `${parentKey(from, qualifier)} IN (SELECT ${childKeys(from)} FROM ${from.child.sql} WHERE ${belongsTo(to, named, '')})`;
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
