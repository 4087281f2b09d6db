import { isPlural, withArticle } from '../english/inflect.ts';
import type { ColumnEntry, Relation, TableEntry } from '../lexicon/lexicon-types.ts';
import { momentWords, type MomentWords } from '../lexicon/moment-words.ts';
import { keyIsThere } from '../relation-sql.ts';
import { isSuperior, sayRole } from '../lexicon/role-words.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { sayColumn, type ConditionMaker, type ConditionWords } from '../things.ts';

/** Conditions on a nullable column: it is missing, it is there. */
export function missingConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  if (!column.nullable || column.role === 'flag') return [];
  const words = (speaker: Speaker, isThere: boolean): ConditionWords => (column.role === 'moment' ? sayHappened(speaker, table, column, isThere) : sayThere(speaker, sayColumn(speaker, column), isThere, table.isPerson && /^(email|phone|birth|street|city|country|postalCode)$/.test(column.role)));
  return nullConditions(`${table.name}.${column.name}`, column.sql, words);
}

/** What has not happened yet to a row: unpaid, not returned, still here. Of all that may be said of such a date people ask for this first. */
export function undoneConditions(table: TableEntry): ConditionMaker[] {
  const deeds = table.columns.filter((column) => column.role === 'moment' && column.salience >= 1 && isDeed(momentWords(table, column)));
  return deeds.flatMap((column) => missingConditions(table, column).filter(({ name }) => name.endsWith(' missing')).map((missing) => ({ ...missing, name: `${missing.about} undone`, weight: 12, salience: 1.8 })));
}

/** Conditions on a foreign key that may be NULL; of several columns only where that is one of them. */
export function noParentConditions(relation: Relation): ConditionMaker[] {
  const { child, parent, column, role } = relation;
  if (!column.nullable || keyIsThere(relation).length > 1) return [];
  const makers = nullConditions(`${child.name}.${column.name}`, column.sql, (speaker, isThere) => (child === parent && isSuperior(role) ? sayNoSuperior(speaker, role, isThere) : sayThere(speaker, role === parent.singular ? parent.singular : role, isThere)));
  return makers.map((maker) => ({ ...maker, weight: /missing$/.test(maker.name) ? 1.2 : 0.2, salience: 1.4 }));
}

function sayNoSuperior(speaker: Speaker, role: string, isThere: boolean): ConditionWords {
  const word = sayRole(speaker, role);
  if (isThere) return { verb: say(speaker, { plain: [`have a ${word}`, 'report to somebody'], terse: [`have a ${word}`], polite: [`have a ${word}`, 'report to someone'] }), after: `with a ${word}` };
  return { verb: say(speaker, { plain: [`have no ${word}`, 'report to nobody', 'do not report to anybody', 'have nobody above them'], terse: [`have no ${word}`, 'report to no one'], polite: [`do not have a ${word}`, 'do not report to anyone'] }), ...(speaker.random.chance(0.5) ? { after: say(speaker, { plain: [`without a ${word}`], terse: [`no ${word}`, `without ${word}`], polite: [`without any ${word}`] }) } : {}) };
}

function nullConditions(about: string, sql: string, words: (speaker: Speaker, isThere: boolean) => ConditionWords): ConditionMaker[] {
  return [
    { name: `${about} missing`, about, make: () => ({ about, sql: (q) => `${q}${sql} IS NULL`, say: (speaker) => words(speaker, false) }) },
    { name: `${about} there`, about, make: () => ({ about, sql: (q) => `${q}${sql} IS NOT NULL`, say: (speaker) => words(speaker, true) }) },
  ];
}

/** @param isGiven it is something that people tell of themselves */
function sayThere(speaker: Speaker, name: string, isThere: boolean, isGiven = false): ConditionWords {
  const noun = isPlural(name) ? name : withArticle(name);
  if (isThere) return { verb: say(speaker, { plain: [`have ${noun}`, ...(isGiven ? [`gave us ${noun}`] : [])], terse: [`have ${noun}`], polite: [`have ${noun} on file`, `have ${noun}`, ...(isGiven ? [`have given us ${noun}`] : [])] }), after: say(speaker, { plain: [`with ${noun}`, `whose ${name} we know`, `whose ${name} is known`], terse: [`with ${name}`, `that have ${name}`, `w ${name}`, `${name} known`], polite: [`with ${noun} on file`, `for which we know the ${name}`, `whose ${name} we have`] }) };
  return {
    verb: say(speaker, { plain: [`have no ${name}`, `have no ${name}`, `lack ${noun}`, `are missing ${noun}`, ...(isGiven ? [`gave us no ${name}`, `never gave us ${noun}`] : [])], terse: [`have no ${name}`, `lack ${name}`], polite: [`have no ${name} on file`, `lack ${noun}`, `do not have ${noun}`, ...(isGiven ? [`have not given us ${noun}`, `did not leave ${noun}`] : [])] }),
    after: say(speaker, { plain: [`without ${noun}`, `with no ${name}`, `lacking ${noun}`, `whose ${name} is ${isPlural(name) ? 'missing' : speaker.random.pick(['missing', 'unknown', 'not known', 'empty'])}`, `whose ${name} we do not know`, `with a missing ${name}`], terse: [`no ${name}`, `without ${name}`, `${name} missing`, `missing ${name}`, `lacking ${name}`, `${name} unknown`, `${name} empty`, `unknown ${name}`, `whose ${name} we dont know`, `${name} is null`], polite: [`without ${noun} on file`, `for which no ${name} is known`, `for which we do not know the ${name}`, `whose ${name} we do not have`, `lacking ${noun}`, `where no ${name} is recorded`, `whose ${name} has not been filled in`] }),
  };
}

/** What things are called to which it has not happened. */
const opposites: Readonly<Record<string, readonly string[]>> = { paid: ['unpaid', 'outstanding', 'open'], returned: ['unreturned', 'outstanding', 'open'], shipped: ['unshipped'], delivered: ['undelivered'], resolved: ['unresolved', 'open'], closed: ['open'], completed: ['unfinished', 'uncompleted'], approved: ['unapproved'], reviewed: ['unreviewed'], confirmed: ['unconfirmed'], verified: ['unverified'], processed: ['unprocessed'], read: ['unread'], answered: ['unanswered'], assigned: ['unassigned'], sold: ['unsold'], published: ['unpublished'], signed: ['unsigned'], finished: ['unfinished'], settled: ['unsettled', 'open'], collected: ['uncollected'], graded: ['ungraded'], billed: ['unbilled'], inspected: ['uninspected'], refunded: ['unrefunded'] };

/** People who left: what those are called, and what those who did not. */
const departures: Readonly<Record<string, readonly [gone: string, here: string]>> = { left: ['former', 'current'], ended: ['former', 'current'], terminated: ['former', 'current'], departed: ['former', 'current'], retired: ['retired', 'active'], died: ['dead', 'living'], discharged: ['discharged', 'current'] };

function sayGone(speaker: Speaker, word: string, [gone, here]: readonly [string, string], isGone: boolean): ConditionWords {
  if (isGone) return { verb: word === 'discharged' ? 'have been discharged' : word === 'ended' || word === 'terminated' ? 'are no longer here' : `have ${word}`, ...(speaker.random.chance(0.5) ? { before: gone } : {}) };
  return { verb: say(speaker, { plain: [`are still ${here === 'living' ? 'alive' : 'here'}`], terse: [here === 'living' ? 'are alive' : 'are still here'], polite: [`are still ${here === 'living' ? 'alive' : 'with us'}`] }), ...(speaker.random.chance(0.7) ? { before: here } : {}) };
}

/** Whether a date is that of something done to the row, which has not happened where it is missing. */
function isDeed({ kind, word, isCreation, mayBeFuture }: MomentWords): boolean {
  return !(kind === 'noun' || kind === 'state' || isCreation || mayBeFuture || word === 'updated');
}

/** A moment that is missing has not happened: `have not been returned yet`. */
function sayHappened(speaker: Speaker, table: TableEntry, column: ColumnEntry, isThere: boolean): ConditionWords {
  const words = momentWords(table, column);
  const { kind, word, noun } = words;
  if (!isDeed(words)) return sayThere(speaker, noun, isThere);
  const gone = table.isPerson ? departures[word] : undefined;
  if (gone !== undefined) return sayGone(speaker, word, gone, isThere);
  if (isThere) return { verb: kind === 'active' ? `have ${word}` : `have been ${word}` };
  const verb = kind === 'active' ? `have no ${noun}` : say(speaker, { plain: [`have not been ${word} yet`, `have not been ${word}`], terse: [`have not been ${word}`, `are not ${word} yet`], polite: [`have not yet been ${word}`, `are still not ${word}`, `have not been ${word} so far`] });
  const opposite = opposites[word];
  if (opposite !== undefined && speaker.random.chance(0.55)) return { verb: `are ${speaker.random.pick(opposite)}`, before: speaker.random.pick(opposite) };
  return kind === 'active' ? sayThere(speaker, noun, false) : speaker.register === 'terse' ? { verb, after: `not ${word}` } : { verb };
}
