import { belongsTo, drawNamed, ownersRead, type Named } from '../conditions/named.ts';
import { relativeSpans } from '../conditions/relative-spans.ts';
import { absoluteSpans, type Span } from '../conditions/spans.ts';
import type { Draw } from '../draw.ts';
import { isPlural } from '../english/inflect.ts';
import { eventWords, isTaker, type EventWords } from '../lexicon/event-words.ts';
import type { Lexicon, Relation, TableEntry } from '../lexicon/lexicon-types.ts';
import { childKey, childKeys, parentKey, parentKeys } from '../relation-sql.ts';
import type { Speaker } from '../style/speaker.ts';
import { sayTable, shownSql } from '../things.ts';
import type { Ask, Cell, Draft, Shape } from './shape.ts';

/** Somebody, something, and the table that says that the one borrowed the other; `via` is the key between, such as that of a copy to its book. */
interface Event {
  readonly words: EventWords;
  readonly table: TableEntry;
  readonly taker: Relation;
  readonly thing: Relation;
  readonly via: Relation | undefined;
}

/** What somebody borrowed, who borrowed something, and who did in some time. */
export const eventPartners: Shape = {
  name: 'event partner', topic: 'several tables', weight: 3,
  cells: (lexicon) => eventsOf(lexicon).flatMap((event): Cell[] => [
    { name: `${event.table.name} things ${event.via?.parent.name ?? event.thing.parent.name}`, write: (draw) => whatTaken(draw, event) },
    { name: `${event.table.name} takers ${event.via?.parent.name ?? event.thing.parent.name}`, write: (draw) => whoTook(draw, event) },
    { name: `${event.table.name} when`, write: (draw) => whoActed(draw, event) },
  ]),
};

function eventsOf({ relations, chains }: Lexicon): Event[] {
  return relations.filter(({ child, parent }) => eventWords(child)?.base !== undefined && isTaker(parent)).flatMap((taker) => {
    const words = eventWords(taker.child);
    if (words === undefined) return [];
    const isThing = ({ parent, isPlain }: Relation): boolean => isPlain && !parent.isPerson && parent.naming[0]?.role === 'name' && !/\b(branch|store|shop|room|location|site|city|department|library)$/.test(parent.singular);
    const direct = relations.filter((relation) => relation.child === taker.child && isThing(relation)).map((thing): Event => ({ words, table: taker.child, taker, thing, via: undefined }));
    const far = chains.filter(({ lower, upper }) => lower.child === taker.child && isThing(upper)).map(({ lower, upper }): Event => ({ words, table: taker.child, taker, thing: lower, via: upper }));
    return direct.length > 0 ? direct : far;
  });
}

function thingOf({ thing, via }: Event): TableEntry {
  return (via ?? thing).parent;
}

function whatTaken(draw: Draw, event: Event): Draft | undefined {
  const { table, taker, thing, via, words } = event;
  const named = drawNamed(draw, taker.parent);
  if (named === undefined) return undefined;
  const own = thingOf(event);
  if (draw.random.chance(0.3)) return howManyTaken(event, named);
  const taken = `SELECT ${childKeys(thing)} FROM ${table.sql} WHERE ${childKey(taker)} IN (SELECT ${parentKeys(taker)} FROM ${taker.parent.sql} WHERE ${named.sql('')})`;
  const keys = via === undefined ? `${parentKey(thing)} IN (${taken})` : `${parentKey(via)} IN (SELECT ${childKeys(via)} FROM ${thing.parent.sql} WHERE ${parentKey(thing)} IN (${taken}))`;
  const ask = (speaker: Speaker): Ask => {
    const [who, things] = [named.say(speaker), sayTable(speaker, own, 'plural')];
    return { isList: true, what: [`all ${things} that ${who} ${words.past}`, `the ${things} ${words.passive} by ${who}`], question: [`Which ${things} did ${who} ${words.base}?`, `What did ${who} ${words.base}?`, `Which ${things} has ${who} ${words.past}?`, `What has ${who} ${words.past}?`], clause: [`which ${things} ${who} has ${words.past}`, `what ${who} ${words.past}`], short: [`${things} ${words.passive} by ${who}`, `what did ${who} ${words.base}`, `${who} ${words.passive} ${things}`] };
  };
  return { sql: `SELECT ${shownSql({ table: own, conditions: [] })} FROM ${own.sql} WHERE ${keys}`, tables: [own, table, taker.parent, ...(via === undefined ? [] : [thing.parent])], ask };
}

/** How often somebody borrowed, which is how people count what somebody borrowed. */
function howManyTaken(event: Event, named: Named): Draft {
  const { table, taker, words } = event;
  const ask = (speaker: Speaker): Ask => {
    const [who, things] = [named.say(speaker), sayTable(speaker, thingOf(event), 'plural')];
    return { isList: false, what: [`the number of ${things} ${words.passive} by ${who}`], question: [`How many ${things} did ${who} ${words.base}?`, `How many ${things} has ${who} ${words.past}?`], clause: [`how many ${things} ${who} has ${words.past}`], short: [`how many ${things} did ${who} ${words.base}`, `number of ${things} ${words.passive} by ${who}`] };
  };
  return { sql: `SELECT COUNT(*) FROM ${table.sql} WHERE ${belongsTo(taker, named, '')}`, tables: [table, ...ownersRead(taker, named)], ask };
}

function whoTook(draw: Draw, event: Event): Draft | undefined {
  const { table, taker, thing, via, words } = event;
  const own = thingOf(event);
  const named = drawNamed(draw, own);
  if (named === undefined) return undefined;
  const things = via === undefined ? `SELECT ${parentKeys(thing)} FROM ${own.sql} WHERE ${named.sql('')}` : `SELECT ${parentKeys(thing)} FROM ${thing.parent.sql} WHERE ${childKey(via)} IN (SELECT ${parentKeys(via)} FROM ${own.sql} WHERE ${named.sql('')})`;
  const ask = (speaker: Speaker): Ask => {
    const [what, people] = [named.say(speaker), sayTable(speaker, taker.parent, 'plural')];
    return { isList: true, what: [`all ${people} who ${words.past} ${what}`, `the ${people} that have ${words.past} ${what}`], question: [`Who ${words.past} ${what}?`, `Who has ${words.past} ${what}?`, `Which ${people} ${words.past} ${what}?`], clause: [`who ${words.past} ${what}`, `which ${people} have ${words.past} ${what}`], short: [`who ${words.past} ${what}`, `${people} who ${words.past} ${what}`] };
  };
  return { sql: `SELECT ${shownSql({ table: taker.parent, conditions: [] })} FROM ${taker.parent.sql} WHERE ${parentKey(taker)} IN (SELECT ${childKeys(taker)} FROM ${table.sql} WHERE ${childKey(thing)} IN (${things}))`, tables: [taker.parent, table, own, ...(via === undefined ? [] : [thing.parent])], ask };
}

function whoActed(draw: Draw, { table, taker, words }: Event): Draft | undefined {
  const moment = table.columns.find(({ role, nullable, salience }) => role === 'moment' && !nullable && salience >= 1);
  if (moment === undefined) return undefined;
  const span: Span = draw.random.pick([...Object.values(relativeSpans(false)), ...Object.values(absoluteSpans(moment)).slice(0, 5)])(draw);
  const isCount = draw.random.chance(0.4) && taker.columns.length === 1;
  const { parent } = taker;
  const sql = isCount
    ? `SELECT COUNT(DISTINCT ${childKeys(taker)}) FROM ${table.sql} WHERE ${span.sql(moment.sql)}`
    : `SELECT ${shownSql({ table: parent, conditions: [] })} FROM ${parent.sql} WHERE ${parentKey(taker)} IN (SELECT ${childKeys(taker)} FROM ${table.sql} WHERE ${span.sql(moment.sql)})`;
  const ask = (speaker: Speaker): Ask => {
    const [people, done] = [sayTable(speaker, parent, 'plural'), `${words.past} ${speaker.random.pick(['something', 'anything', 'at least one thing'])} ${span.say(speaker)}`];
    if (isCount) return { isList: false, what: [`the number of ${people} who ${done}`], question: [`How many ${people} ${done}?`], clause: [`how many ${people} ${done}`], short: [`how many ${people} ${done}`, `${people} who ${done}, count`] };
    return { isList: true, what: [`all ${people} who ${done}`, `the ${people} who ${done}`], question: [`Which ${people} ${done}?`, `Who ${done}?`], clause: [`which ${people} ${done}`, `who ${done}`], short: [`${people} who ${done}`, `who ${done}`] };
  };
  return isPlural(parent.plural) || !isCount ? { sql, tables: isCount ? [table] : [parent, table], ask } : undefined;
}
