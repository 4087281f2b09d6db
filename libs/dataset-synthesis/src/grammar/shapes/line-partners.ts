import { drawNamed } from '../conditions/named.ts';
import type { Draw } from '../draw.ts';
import { eventWords, isTaken, type EventWords } from '../lexicon/event-words.ts';
import type { Lexicon, Relation } from '../lexicon/lexicon-types.ts';
import { childKey, childKeys, parentKey, parentKeys } from '../relation-sql.ts';
import type { Speaker } from '../style/speaker.ts';
import { sayTable, shownSql } from '../things.ts';
import type { Ask, Cell, Draft, Shape } from './shape.ts';

/** Somebody with events of which each has lines, and a line names a thing: customer, order, order item, product. */
interface Way {
  readonly person: Relation;
  readonly event: Relation;
  readonly thing: Relation;
  readonly words: EventWords;
}

/** Who ordered something that is named, and what somebody ordered, where that is told by the lines of orders. */
export const linePartners: Shape = {
  name: 'line partner', topic: 'several tables', weight: 3,
  cells: (lexicon) => waysOf(lexicon).flatMap((way): Cell[] => [
    { name: `${way.event.child.name} who ${way.thing.parent.name}`, write: (draw) => who(draw, way) },
    { name: `${way.event.child.name} what ${way.person.parent.name}`, write: (draw) => what(draw, way) },
  ]),
};

function waysOf({ relations }: Lexicon): Way[] {
  const plain = relations.filter(({ isPlain, child, parent }) => isPlain && child.kind === 'thing' && child !== parent);
  return plain.flatMap((event) => {
    const words = eventWords(event.child) ?? eventWords(event.parent);
    if (words === undefined) return [];
    const persons = plain.filter(({ child, parent }) => child === event.parent && parent.isPerson && parent.naming.length > 0);
    const things = plain.filter((relation) => relation.child === event.child && relation !== event && isTaken(relation.parent) && relation.parent.naming[0]?.role === 'name');
    return persons.flatMap((person) => things.map((thing): Way => ({ person, event, thing, words })));
  });
}

/** `who ordered X`, but `who were prescribed X`. */
function sayDone({ base, past, passive }: EventWords, isPlural: boolean): string {
  return base === undefined && !/^(ordered|sold)$/.test(passive) ? `${isPlural ? 'were' : 'was'} ${passive}` : past === 'sold' ? 'bought' : past;
}

function who(draw: Draw, { person, event, thing, words }: Way): Draft | undefined {
  const named = drawNamed(draw, thing.parent);
  if (named === undefined) return undefined;
  const lines = `SELECT ${childKeys(event)} FROM ${event.child.sql} WHERE ${childKey(thing)} IN (SELECT ${parentKeys(thing)} FROM ${thing.parent.sql} WHERE ${named.sql('')})`;
  const events = `SELECT ${childKeys(person)} FROM ${event.parent.sql} WHERE ${parentKey(event)} IN (${lines})`;
  const isCount = draw.random.chance(0.25) && person.columns.length === 1;
  const ask = (speaker: Speaker): Ask => {
    const [people, name] = [sayTable(speaker, person.parent, 'plural'), named.say(speaker)];
    const done = speaker.random.chance(0.5) && sayDone(words, true) === 'ordered' ? 'bought' : sayDone(words, true);
    if (isCount) return { isList: false, what: [`the number of ${people} who ${done} ${name}`], question: [`How many ${people} ${done} ${name}?`], clause: [`how many ${people} ${done} ${name}`], short: [`how many ${people} ${done} ${name}`] };
    return { isList: true, what: [`all ${people} who ${done} ${name}`, `the ${people} who ${done} ${name}`], question: [`Which ${people} ${done} ${name}?`, `Who ${done.replace(/^were/, 'was')} ${name}?`], clause: [`which ${people} ${done} ${name}`], short: [`${people} who ${done} ${name}`, `who ${done.replace(/^were/, 'was')} ${name}`] };
  };
  const sql = isCount ? `SELECT COUNT(DISTINCT ${childKeys(person)}) FROM ${event.parent.sql} WHERE ${parentKey(event)} IN (${lines})` : `SELECT ${shownSql({ table: person.parent, conditions: [] })} FROM ${person.parent.sql} WHERE ${parentKey(person)} IN (${events})`;
  return { sql, tables: [...(isCount ? [] : [person.parent]), event.parent, event.child, thing.parent], ask };
}

function what(draw: Draw, { person, event, thing, words }: Way): Draft | undefined {
  const named = drawNamed(draw, person.parent);
  if (named === undefined) return undefined;
  const events = `SELECT ${parentKeys(event)} FROM ${event.parent.sql} WHERE ${childKey(person)} IN (SELECT ${parentKeys(person)} FROM ${person.parent.sql} WHERE ${named.sql('')})`;
  const ask = (speaker: Speaker): Ask => {
    const [things, name] = [sayTable(speaker, thing.parent, 'plural'), named.say(speaker)];
    const done = sayDone(words, false);
    const isPassive = done.startsWith('was ');
    const asked = isPassive ? [`Which ${things} was ${name} ${words.passive}?`, `What was ${name} ${words.passive}?`] : [`Which ${things} did ${name} ${speaker.random.pick(['order', 'buy'])}?`, `What did ${name} ${speaker.random.pick(['order', 'buy'])}?`, `What has ${name} ${done} so far?`];
    return { isList: true, what: [`all ${things} that ${name} ${done}`, `the ${things} ${words.passive} ${isPassive ? 'to' : 'by'} ${name}`.replace('sold by', 'sold to')], question: asked, clause: [`which ${things} ${name} ${done}`], short: [`${things} ${name} ${done}`, `what ${name} ${done}`] };
  };
  return { sql: `SELECT ${shownSql({ table: thing.parent, conditions: [] })} FROM ${thing.parent.sql} WHERE ${parentKey(thing)} IN (SELECT ${childKeys(thing)} FROM ${event.child.sql} WHERE ${childKey(event)} IN (${events}))`, tables: [thing.parent, event.child, event.parent, person.parent], ask };
}
