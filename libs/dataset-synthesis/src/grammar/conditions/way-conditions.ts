import type { Draw } from '../draw.ts';
import { topOfWay } from '../lexicon.ts';
import type { Relation, TableEntry, Way } from '../lexicon/lexicon-types.ts';
import { childKey, parentKeys } from '../relation-sql.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { conditionsSql, drawConditions, isKnownByName, sayThings, tablesOf, type Condition, type ConditionMaker, type ConditionWords, type Things } from '../things.ts';
import { columnConditions } from './column-conditions.ts';
import { belongsTo, drawNamed, ownersRead, prepositionOf } from './named.ts';
import { isSite, placeOf } from './sites.ts';

/** Conditions on what a row belongs to over several keys: reviews of the hotel Lakeside, bookings of hotels with a pool. */
export function wayConditions(way: Way): ConditionMaker[] {
  const top = topOfWay(way);
  const about = `${way[0].child.name}>>${top.name}`;
  const salience = (way.length === 2 ? 0.35 : 0.2) * (isKnownByName(top) ? 1 : 0.3);
  return [
    { name: `${about} named`, about, salience, weight: 2, make: (draw) => namedAbove(draw, way, about) },
    { name: `${about} such`, about, salience, make: (draw) => suchAbove(draw, way, about) },
  ];
}

/** A condition of the uppermost table as one of the lowest: each key asks for what the next one finds. */
function lift(way: Way, qualifier: string, top: string): string {
  const inner = way.slice(1, -1).reduceRight((below, relation) => `${childKey(relation)} IN (SELECT ${parentKeys(relation)} FROM ${relation.parent.sql} WHERE ${below})`, top);
  return `${childKey(way[0], qualifier)} IN (SELECT ${parentKeys(way[0])} FROM ${way[0].parent.sql} WHERE ${inner})`;
}

const uppermost = (way: Way): Relation => way.at(-1) ?? way[0];
const between = (way: Way): TableEntry[] => way.slice(0, -1).map(({ parent }) => parent);

function namedAbove(draw: Draw, way: Way, about: string): Condition | undefined {
  const [top, last] = [topOfWay(way), uppermost(way)];
  const named = drawNamed(draw, top);
  if (named === undefined) return undefined;
  const words = (speaker: Speaker): ConditionWords => {
    const owner = top.isPerson && speaker.random.chance(0.7) ? named.say(speaker) : named.sayFull(speaker);
    if (isSite(top) && speaker.random.chance(0.6)) return { verb: `are at ${owner}`, after: say(speaker, { plain: [`at ${owner}`, `from ${owner}`], terse: [`at ${owner}`, `@ ${owner}`, `for ${owner}`], polite: [`at ${owner}`, `belonging to ${owner}`] }) };
    const of = prepositionOf(top, way[0].child);
    return { verb: of === 'of' ? `belong to ${owner}` : `are ${of} ${owner}`, after: say(speaker, { plain: [`${of} ${owner}`, `for ${owner}`], terse: [`${of} ${owner}`, `for ${owner}`], polite: [`${of} ${owner}`, `belonging to ${owner}`] }) };
  };
  return { about, sql: (q) => lift(way, q, belongsTo(last, named, '')), say: words, tables: [...between(way), ...ownersRead(last, named)] };
}

function suchAbove(draw: Draw, way: Way, about: string): Condition | undefined {
  const top = topOfWay(way);
  const things: Things = { table: top, conditions: drawConditions(draw, columnConditions(top), 1) };
  if (things.conditions.length === 0) return undefined;
  const words = (speaker: Speaker): ConditionWords => {
    const place = isSite(top) && speaker.random.chance(0.6) ? placeOf(speaker, way[0].child, things) : undefined;
    if (place !== undefined) return place;
    const owners = sayThings(speaker, things);
    return { verb: `belong to ${owners}`, after: say(speaker, { plain: [`of ${owners}`, ...(isSite(top) ? [`at ${owners}`, `in ${owners}`] : [])], terse: [`of ${owners}`], polite: [`of ${owners}`, `belonging to ${owners}`] }) };
  };
  const last = uppermost(way);
  return { about, sql: (q) => lift(way, q, `${childKey(last)} IN (SELECT ${parentKeys(last)} FROM ${top.sql} WHERE ${conditionsSql(things, '').join(' AND ')})`), say: words, tables: [...between(way), ...tablesOf(things)] };
}
