import { momentWords } from '../lexicon/moment-words.ts';
import type { ColumnEntry, Lexicon, Relation, TableEntry } from '../lexicon/lexicon-types.ts';
import { joinParentOn } from '../relation-sql.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { conditionsSql, isKnownByName, sayTable, sayThings, tablesOf } from '../things.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import type { Ask, Shape } from './shape.ts';

/** The way from a child to one of its parents, over one key or two. */
type Way = readonly [Relation] | readonly [Relation, Relation];

/** Two parents of each child side by side: who borrowed which book. */
export const bothParents: Shape = {
  name: 'both parents', topic: 'several tables', weight: 2,
  cells: (lexicon) => lexicon.tables.filter(({ kind }) => kind === 'thing').flatMap((child) => pairsOf(waysFrom(lexicon, child)).map(([a, b]) => ({
    name: `${child.name} ${topOf(a).name} ${topOf(b).name}`,
    write: (draw) => {
      const things = drawOwnThings(draw, child, maybeOne(draw, 0.6));
      const moment = draw.random.chance(0.3) ? child.columns.find(({ role, nullable, salience }) => role === 'moment' && !nullable && salience >= 1) : undefined;
      const joined = [...new Set([...a, ...b])];
      const shown = [...[topOf(a), topOf(b)].flatMap((top) => top.naming.map(({ sql }) => `${top.alias}.${sql}`)), ...(moment === undefined ? [] : [`${child.alias}.${moment.sql}`])];
      const where = conditionsSql(things, `${child.alias}.`);
      const sql = `SELECT ${shown.join(', ')} FROM ${child.sql} ${child.alias} ${joined.map(joinSql).join(' ')}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}`;
      return { sql, tables: [...tablesOf(things), ...joined.map(({ parent }) => parent)], ask: (speaker) => askBoth(speaker, sayThings(speaker, things), [topOf(a), topOf(b)], moment === undefined ? [] : [momentNoun(child, moment)]) };
    },
  }))),
};

function joinSql(relation: Relation): string {
  const { child, parent } = relation;
  return `JOIN ${parent.sql} ${parent.alias} ON ${joinParentOn(relation, `${child.alias}.`, `${parent.alias}.`)}`;
}

/** Ways to parents that have a name and are always there: a join would leave out the children of none. */
function waysFrom({ relations, chains }: Lexicon, child: TableEntry): Way[] {
  const isSure = ({ isPlain, columns, parent }: Relation): boolean => isPlain && parent !== child && columns.every(({ nullable }) => !nullable);
  const direct = relations.filter((relation) => relation.child === child && isSure(relation)).map((relation): Way => [relation]);
  const far = chains.filter(({ lower, upper }) => lower.child === child && isSure(lower) && isSure(upper)).map(({ lower, upper }): Way => [lower, upper]);
  return [...direct, ...far].filter((way) => isKnownByName(topOf(way)));
}

function pairsOf(ways: readonly Way[]): [Way, Way][] {
  return ways.flatMap((a, index) => ways.slice(index + 1).filter((b) => topOf(b) !== topOf(a) && !b.includes(a[0] as Relation)).map((b): [Way, Way] => [a, b]));
}

function topOf(way: Way): TableEntry {
  return (way[1] ?? way[0]).parent;
}

function momentNoun(child: TableEntry, moment: ColumnEntry): string {
  return momentWords(child, moment).noun;
}

function askBoth(speaker: Speaker, phrase: string, tops: readonly TableEntry[], more: readonly string[]): Ask {
  const [a = '', b = ''] = tops.map((top) => sayTable(speaker, top, 'singular'));
  const [list, separate] = more.length === 0 ? [`the ${a} and the ${b}`, `${a}, ${b}`] : [`the ${a}, the ${b} and the ${more[0]}`, `${a}, ${b}, ${more[0]}`];
  const all = say(speaker, { plain: [`all ${phrase}`, `the ${phrase}`], terse: [phrase], polite: [`all ${phrase}`, `each of the ${phrase}`] });
  return { isList: true, what: [`${list} of ${all}`, `${all} with ${list}`, `${all}, each with ${list}`], short: [`${phrase}: ${separate}`, `${phrase} with ${separate}`] };
}
