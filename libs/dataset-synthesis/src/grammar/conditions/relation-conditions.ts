import type { Draw } from '../draw.ts';
import { withArticle } from '../english/inflect.ts';
import { comparisonSigns, sayCountComparison, sayNumber } from '../english/say-number.ts';
import { eventWords, isTaken, isTaker } from '../lexicon/event-words.ts';
import type { Relation, TableEntry } from '../lexicon/lexicon-types.ts';
import { childKey, childKeys, joinOn, parentKey, parentKeys } from '../relation-sql.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { conditionsSql, drawConditions, isKnownByName, sayTable, sayThings, tablesOf, type Condition, type ConditionMaker, type ConditionWords, type Things } from '../things.ts';
import { columnConditions } from './column-conditions.ts';
import { belongsTo, drawNamed, ownersRead, prepositionOf } from './named.ts';
import { pastConditions } from './past-conditions.ts';
import { sayIn } from './place-conditions.ts';
import { isSite, placeOf } from './sites.ts';

/** Conditions on the children of a row: it has one that meets a condition, has none, has more than n. */
export function childConditions(relation: Relation): ConditionMaker[] {
  const { child, parent, isPlain } = relation;
  if (!isPlain || child.kind !== 'thing') return [];
  const about = `${parent.name}<${child.name}`;
  return [
    ...pastConditions(relation, about),
    { name: `${about} some`, about, salience: 1.2, make: (draw) => someChild(draw, relation, about) },
    { name: `${about} some again`, about, salience: 1.2, weight: 0.6, make: (draw) => someChild(draw, relation, about) },
    { name: `${about} none`, about, salience: 1.2, weight: 3.5, make: () => noChild(relation, about) },
    { name: `${about} number`, about, salience: 1.2, make: (draw) => numberOfChildren(draw, relation, about) },
  ];
}

/** Conditions on the parent of a row: one that is named, or one that meets a condition. */
export function parentConditions(relation: Relation): ConditionMaker[] {
  const about = `${relation.child.name}.${relation.column.name}`;
  return [
    { name: `${about} named`, about, weight: 5, salience: isKnownByName(relation.parent) ? 1.4 : 0.4, make: (draw) => namedParent(draw, relation, about) },
    { name: `${about} such`, about, salience: isKnownByName(relation.parent) ? 1.4 : 0.4, make: (draw) => suchParent(draw, relation, about) },
  ];
}

function someChild(draw: Draw, relation: Relation, about: string): Condition | undefined {
  const { child, parent } = relation;
  if (draw.random.chance(0.3)) return anyChild(relation, about);
  const things: Things = { table: child, conditions: drawConditions(draw, columnConditions(child), 1) };
  const place = child.columns.some(({ role }) => role === 'city' || role === 'country') && parent.isPerson;
  if (things.conditions.length === 0) return undefined;
  const words = (speaker: Speaker): ConditionWords => {
    const singular = withArticle(sayThings(speaker, things, 'singular'));
    const isIn = place && things.conditions[0]?.say(speaker).after?.match(/^(?:located )?in (.*)$/);
    if (isIn) return sayIn(speaker, true, [isIn[1] ?? ''].map((value) => value.replace(/[⟦⟧≈]/g, '')));
    return { verb: `have ${singular}`, after: say(speaker, { plain: [`with ${singular}`], terse: [`with ${sayThings(speaker, things, 'singular')}`], polite: [`with at least one ${sayThings(speaker, things, 'singular')}`] }) };
  };
  return { about, sql: (q) => `${parentKey(relation, q)} IN (SELECT ${childKeys(relation)} FROM ${child.sql} WHERE ${conditionsSql(things, '').join(' AND ')})`, say: words, tables: tablesOf(things), isOfChild: true };
}

/** It has a child, whatever that is like: members with reservations. */
function anyChild(relation: Relation, about: string): Condition {
  const { child, parent } = relation;
  const event = eventWords(child);
  return {
    about, tables: [child], isOfChild: true,
    sql: (q) => `${parentKey(relation, q)} IN (SELECT ${childKeys(relation)} FROM ${child.sql})`,
    say: (speaker) => {
      const [one, several] = [withArticle(sayTable(speaker, child, 'singular')), sayTable(speaker, child, 'plural')];
      if (event?.base !== undefined && isTaker(parent) && speaker.random.chance(0.4)) return { verb: `have ${event.past} something` };
      if (event !== undefined && isTaken(parent) && eventWords(parent) === undefined && speaker.random.chance(0.4)) return { verb: `have been ${event.passive} before`, after: say(speaker, { plain: [`that were ${event.passive} at least once`], terse: [`${event.passive} at least once`], polite: [`that were ${event.passive} at least once`] }) };
      return { verb: say(speaker, { plain: [`have ${one}`, `have ${several}`, `have any ${several}`], terse: [`have ${several}`], polite: [`have at least one ${sayTable(speaker, child, 'singular')}`, `have ${several}`] }), after: say(speaker, { plain: [`with ${one}`, `with ${several}`], terse: [`with ${several}`], polite: [`with at least one ${sayTable(speaker, child, 'singular')}`, `with ${several}`] }) };
    },
  };
}

function noChild(relation: Relation, about: string): Condition {
  const { child, parent } = relation;
  return {
    about, needsAlias: true, tables: [child],
    sql: (q) => `NOT EXISTS (SELECT 1 FROM ${child.sql} ${child.alias} WHERE ${joinOn(relation, `${child.alias}.`, q === '' ? `${parent.alias}.` : q)})`,
    say: (speaker) => {
      const name = sayTable(speaker, child, 'singular');
      const plural = sayTable(speaker, child, 'plural');
      const never = speaker.random.chance(0.5) ? sayNever(speaker, parent, child) : undefined;
      if (never !== undefined) return never;
      return { verb: say(speaker, { plain: [`have no ${plural}`], terse: [`have no ${plural}`], polite: [`do not have a single ${name}`, `have no ${name} at all`] }), after: say(speaker, { plain: [`without any ${plural}`, `with no ${plural}`, `that have no ${plural}`, ...(parent.isPerson ? [] : [`of which there is not a single ${name}`, `of which we have no ${plural}`])], terse: [`without ${plural}`, `no ${plural}`, `w/o ${name}`], polite: [`without a single ${name}`, `without any ${name}`, ...(parent.isPerson ? [] : [`of which there are no ${plural}`, `for which we have no ${name}`])] }) };
    },
  };
}

/** `have never been borrowed`, `never borrowed anything`; nothing where the child records no event. */
export function sayNever(speaker: Speaker, parent: TableEntry, child: TableEntry): ConditionWords | undefined {
  const event = eventWords(child);
  // An order without items was ordered all the same.
  if (event === undefined || eventWords(parent) !== undefined) return undefined;
  if (!parent.isPerson && !isTaken(parent)) return undefined;
  if (!parent.isPerson) return { verb: say(speaker, { plain: [`have never been ${event.passive}`, `were never ${event.passive}`], terse: [`have never been ${event.passive}`], polite: [`have never been ${event.passive}`, `nobody has ever ${event.passive}`] }), after: say(speaker, { plain: [`never ${event.passive}`], terse: [`never ${event.passive}`, `not once ${event.passive}`], polite: [`never ${event.passive} so far`] }) };
  if (!isTaker(parent) || event.base === undefined) return undefined;
  const thing = speaker.random.pick(['anything', 'a single thing']);
  return { verb: say(speaker, { plain: [`have never ${event.past} anything`, `never ${event.past} anything`, `have not ${event.past} anything`], terse: [`never ${event.past} anything`], polite: [`have never ${event.past} ${thing}`, `have not ${event.past} ${thing} so far`] }) };
}

function numberOfChildren(draw: Draw, relation: Relation, about: string): Condition {
  const { child } = relation;
  const isOnlyOne = draw.random.chance(0.2);
  const sign = isOnlyOne ? '=' : draw.random.pick(comparisonSigns.filter((candidate) => /^(>|>=|=)$/.test(candidate)));
  const count = isOnlyOne ? 1 : draw.random.integer(sign === '>' ? 1 : 2, 4);
  return {
    about, tables: [child],
    sql: (q) => `${parentKey(relation, q)} IN (SELECT ${childKeys(relation)} FROM ${child.sql} GROUP BY ${childKeys(relation)} HAVING COUNT(*) ${sign} ${count})`,
    say: (speaker) => {
      if (isOnlyOne) return sayOnlyOne(speaker, relation);
      const amount = `${sayCountComparison(speaker, sign)} ${mark(sayNumber(speaker, count))} ${sayTable(speaker, child, count === 1 ? 'singular' : 'plural')}`;
      return { verb: `have ${amount}`, after: `with ${amount}` };
    },
  };
}

/** `with only one booking`, `who booked only once`. */
function sayOnlyOne(speaker: Speaker, { child, parent }: Relation): ConditionWords {
  const event = eventWords(child);
  const one = `${speaker.random.pick(['only one', 'just one', 'exactly one', 'a single'])} ${sayTable(speaker, child, 'singular')}`;
  if (event?.base !== undefined && isTaker(parent) && speaker.random.chance(0.5)) return { verb: `${event.past} ${speaker.random.pick(['only once', 'just once', 'exactly once', 'once and never again'])}` };
  return { verb: `have ${one}`, after: `with ${one}` };
}

function namedParent(draw: Draw, relation: Relation, about: string): Condition | undefined {
  const { parent, role, isPlain, deed } = relation;
  const named = drawNamed(draw, parent);
  if (named === undefined) return undefined;
  const words = (speaker: Speaker): ConditionWords => {
    const name = named.say(speaker);
    if (deed !== undefined && speaker.random.chance(0.65)) return { verb: `were ${deed.passive} by ${name}`, after: speaker.random.chance(0.75) ? `${deed.passive} by ${name}` : `that ${name} ${deed.past}` };
    if (!isPlain) return { verb: `have ${name} as ${role}`, after: say(speaker, { plain: [`with ${name} as ${role}`, `whose ${role} is ${name}`], terse: [`${role} ${name}`], polite: [`whose ${role} is ${name}`] }) };
    const owner = parent.isPerson && speaker.random.chance(0.7) ? name : named.sayFull(speaker);
    const of = prepositionOf(parent, relation.child);
    const at = of === 'in' && isSite(parent) ? sayAt(speaker, relation, owner) : undefined;
    if (at !== undefined && speaker.random.chance(0.55)) return at;
    return { verb: of !== 'of' ? `are ${of} ${owner}` : `belong to ${owner}`, after: say(speaker, { plain: [`${of} ${owner}`], terse: [`${of} ${name}`, name], polite: [`belonging to ${owner}`, `${of} ${owner}`] }) };
  };
  return { about, sql: (q) => belongsTo(relation, named, q), say: words, tables: ownersRead(relation, named) };
}

const workers = /\b(employee|staff member|worker|nurse|doctor|physician|teacher|librarian|agent|manager|driver|clerk|technician|assistant|therapist|trainer|instructor|guard|cashier|mechanic|chef|professor)$/;

/** `work at Hillcrest`, `registered at Hillcrest`, `kept at Hillcrest`: how rows belong to a place. */
function sayAt(speaker: Speaker, { child }: Relation, place: string): ConditionWords {
  if (workers.test(child.singular)) return { verb: say(speaker, { plain: [`work at ${place}`, `work in ${place}`, `work for ${place}`], terse: [`work at ${place}`], polite: [`work at ${place}`, `are employed at ${place}`, `are based at ${place}`] }), after: say(speaker, { plain: [`at ${place}`, `working at ${place}`, `from ${place}`], terse: [`at ${place}`, `${place}`, `@ ${place}`], polite: [`working at ${place}`, `employed at ${place}`, `at ${place}`] }) };
  if (child.isPerson) return { verb: say(speaker, { plain: [`belong to ${place}`, `are registered at ${place}`], terse: [`are at ${place}`], polite: [`are registered at ${place}`, `belong to ${place}`] }), after: say(speaker, { plain: [`at ${place}`, `registered at ${place}`, `from ${place}`], terse: [`at ${place}`, `from ${place}`], polite: [`registered at ${place}`, `belonging to ${place}`] }) };
  return { verb: `are at ${place}`, after: say(speaker, { plain: [`at ${place}`, `from ${place}`], terse: [`at ${place}`, `@ ${place}`], polite: [`at ${place}`, `belonging to ${place}`] }) };
}

function suchParent(draw: Draw, relation: Relation, about: string): Condition | undefined {
  const { parent, role, isPlain, deed } = relation;
  const things: Things = { table: parent, conditions: drawConditions(draw, columnConditions(parent), 1) };
  if (things.conditions.length === 0) return undefined;
  const words = (speaker: Speaker): ConditionWords => {
    const place = isPlain && isSite(parent) && speaker.random.chance(0.5) ? placeOf(speaker, relation.child, things) : undefined;
    if (place !== undefined) return place;
    if (isPlain) return { verb: `belong to ${sayThings(speaker, things)}`, after: say(speaker, { plain: [`of ${sayThings(speaker, things)}`], terse: [`of ${sayThings(speaker, things)}`], polite: [`belonging to ${sayThings(speaker, things)}`, `of ${sayThings(speaker, things)}`] }) };
    if (deed !== undefined && speaker.random.chance(0.65)) {
      const by = `${deed.passive} by ${speaker.random.chance(0.5) ? sayThings(speaker, things) : withArticle(sayThings(speaker, things, 'singular'))}`;
      return { verb: `were ${by}`, after: by };
    }
    const one = withArticle(sayThings(speaker, { ...things, table: { ...parent, singular: role, synonyms: [] } }, 'singular'));
    return { verb: `have ${one}`, after: `with ${one}` };
  };
  return { about, sql: (q) => `${childKey(relation, q)} IN (SELECT ${parentKeys(relation)} FROM ${parent.sql} WHERE ${conditionsSql(things, '').join(' AND ')})`, say: words, tables: tablesOf(things) };
}
