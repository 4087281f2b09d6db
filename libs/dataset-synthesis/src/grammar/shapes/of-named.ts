import { belongsTo, drawNamed, ownersRead, prepositionOf, type Named } from '../conditions/named.ts';
import type { Draw } from '../draw.ts';
import { possessive } from '../english/inflect.ts';
import { eventWords, isTaken, isTaker } from '../lexicon/event-words.ts';
import type { Chain, Lexicon, Relation, TableEntry } from '../lexicon/lexicon-types.ts';
import { momentWords } from '../lexicon/moment-words.ts';
import { childKey, parentKeys } from '../relation-sql.ts';
import type { Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayColumn, sayTable, sayThings, shownSql, tablesOf, type Things } from '../things.ts';
import { aggregatesOf } from './aggregates.ts';
import { drawOwnThings, drawTimed, maybeOne } from './draw-things.ts';
import { relationCells, salienceOf } from './relations.ts';
import { columnsOf, measured, type Ask, type Cell, type Draft, type Shape } from './shape.ts';

/** What belongs to somebody or something that is named, one key or two keys away: how many, which, how much, when the last. */
export const ofNamed: Shape = {
  name: 'of named', topic: 'several tables', weight: 6,
  cells: (lexicon) => [...relationCells(lexicon, (draw, relation) => write(draw, ofRelation(relation)), isOwned), ...chainCells(lexicon)],
};

/** Children and the one to whom they belong. */
interface Ownership {
  readonly child: TableEntry;
  readonly owner: TableEntry;
  /** Before the owner's name: loans `of` Laura, books `by` a publisher. */
  readonly preposition: string;
  readonly sql: (named: Named) => string;
  readonly tables: (named: Named) => TableEntry[];
}

const isOwned = ({ isPlain, child, parent }: Relation): boolean => isPlain && child !== parent && parent.naming.length > 0;

function ofRelation(relation: Relation): Ownership {
  return { child: relation.child, owner: relation.parent, preposition: prepositionOf(relation.parent, relation.child), sql: (named) => belongsTo(relation, named, ''), tables: (named) => ownersRead(relation, named) };
}

function ofChain({ lower, upper }: Chain): Ownership {
  return {
    child: lower.child, owner: upper.parent, preposition: prepositionOf(upper.parent),
    sql: (named) => `${childKey(lower)} IN (SELECT ${parentKeys(lower)} FROM ${lower.parent.sql} WHERE ${belongsTo(upper, named, '')})`,
    tables: (named) => [lower.parent, ...ownersRead(upper, named)],
  };
}

function chainCells({ chains }: Lexicon): Cell[] {
  return chains.filter(({ upper }) => isOwned(upper)).map((chain) => ({ name: `${chain.lower.child.name} ${chain.upper.parent.name}`, weight: salienceOf(chain.upper), write: (draw) => write(draw, ofChain(chain)) }));
}

function write(draw: Draw, ownership: Ownership): Draft | undefined {
  const named = drawNamed(draw, ownership.owner);
  return named === undefined ? undefined : draw.random.pick([howMany, howMany, which, which, howMuch, howMuch, whenLast, whenNext])(draw, ownership, named);
}

function draft(select: string, things: Things, { sql, tables }: Ownership, named: Named, ask: Draft['ask']): Draft {
  return { sql: `SELECT ${select} ${fromThings(things, [sql(named)])}`, tables: [...tablesOf(things), ...tables(named)], ask };
}

function howMany(draw: Draw, ownership: Ownership, named: Named): Draft {
  const things = draw.random.chance(0.2) ? drawTimed(draw, ownership.child) : drawOwnThings(draw, ownership.child, maybeOne(draw, 0.35));
  const ask = (speaker: Speaker): Ask => {
    const [phrase, name, of] = [sayThings(speaker, things), named.say(speaker), ownership.preposition];
    return { isList: false, what: [`the number of ${phrase} ${of} ${name}`, `the number of ${phrase} that ${name} has`], question: [`How many ${phrase} does ${name} have?`, `How many ${phrase} has ${name} got?`, ...(ownership.owner.isPerson ? [] : [`How many ${phrase} ${of} ${name} are there?`, `How many ${phrase} ${of} ${name} do we have?`, `How many ${phrase} do we have ${of === 'in' ? 'at' : of} ${name}?`]), ...sayOften(ownership, things, name)], clause: [`how many ${phrase} ${name} has`, `how many ${phrase} ${of} ${name} there are`], short: [`how many ${phrase} does ${name} have`, `${name} how many ${phrase}`, `${phrase} ${of} ${name} count`, `how many ${phrase} ${of} ${name}`, `nr of ${phrase} ${of} ${name}`] };
  };
  return draft('COUNT(*)', things, ownership, named, ask);
}

/** `How often was it borrowed?`, of what a table of events records. */
function sayOften({ child, owner }: Ownership, { conditions }: Things, name: string): string[] {
  const event = eventWords(child);
  if (event === undefined || conditions.length > 0) return [];
  if (isTaker(owner) && event.base !== undefined) return [`How often did ${name} ${event.base} something?`, `How many times has ${name} ${event.past} something?`];
  return isTaken(owner) && eventWords(owner) === undefined ? [`How often was ${name} ${event.passive}?`, `How many times was ${name} ${event.passive}?`, `How often has ${name} been ${event.passive}?`] : [];
}

function which(draw: Draw, ownership: Ownership, named: Named): Draft {
  const things = drawOwnThings(draw, ownership.child, maybeOne(draw, 0.5));
  const ask = (speaker: Speaker): Ask => {
    const [phrase, name, of] = [sayThings(speaker, things), named.say(speaker), ownership.preposition];
    return { isList: true, what: [`all ${phrase} that ${name} has`, `the ${phrase} ${of} ${name}`], question: [`Which ${phrase} does ${name} have?`, `What ${phrase} does ${name} have?`], clause: [`which ${phrase} ${name} has`], short: [`${name} ${phrase}`, `${phrase} ${of} ${name}`, `which ${phrase} does ${name} have`] };
  };
  return draft(shownSql(things), things, ownership, named, ask);
}

function howMuch(draw: Draw, ownership: Ownership, named: Named): Draft | undefined {
  const [column] = draw.random.sample(columnsOf(ownership.child, ...measured).filter((each) => aggregatesOf(each).includes('SUM')), 1);
  if (column === undefined) return undefined;
  const things = draw.random.chance(0.3) ? drawTimed(draw, ownership.child) : drawOwnThings(draw, ownership.child, maybeOne(draw, 0.3), [column]);
  const ask = (speaker: Speaker): Ask => {
    const [phrase, name, of] = [sayThings(speaker, things), named.say(speaker), ownership.preposition];
    const total = `total ${sayColumn(speaker, column).replace(/^total /, '')}`;
    return { isList: false, what: [`the ${total} of the ${phrase} ${of} ${name}`, `the ${total} of all ${phrase} that ${name} has`], question: [`What is the ${total} of the ${phrase} ${of} ${name}?`], short: [`${name} ${total} of ${phrase}`, `${total} ${phrase} ${of} ${name}`] };
  };
  return draft(`SUM(${columnOf(things, column)})`, things, ownership, named, ask);
}

function whenLast(draw: Draw, ownership: Ownership, named: Named): Draft | undefined {
  const { child, owner, preposition } = ownership;
  const column = child.columns.find(({ role, nullable, salience }) => role === 'moment' && !nullable && salience >= 1);
  if (column === undefined || child.isPerson) return undefined;
  const { kind, word, noun, mayBeFuture } = momentWords(child, column);
  const event = eventWords(child);
  if (mayBeFuture || (kind !== 'passive' && event === undefined)) return undefined;
  const isLast = draw.random.chance(0.75);
  const ask = (speaker: Speaker): Ask => {
    const [one, name, degree] = [sayTable(speaker, child, 'singular'), named.say(speaker), isLast ? 'last' : 'first'];
    const phrase = `${degree} ${one} ${preposition} ${name}`;
    // Nobody asks when a checkout was checked out.
    const happened = kind === 'passive' && one.slice(0, 4) !== word.slice(0, 4) ? [`When was the ${phrase} ${word}?`] : [];
    const was = event === undefined ? [] : [`When was the ${phrase}?`, ...(isTaker(owner) && event.base !== undefined ? [`When did ${name} ${degree} ${event.base} something?`] : [])];
    return { isList: false, what: [`the ${noun} of the ${phrase}`], question: [...happened, ...was], clause: happened.length > 0 ? [`when the ${phrase} was ${word}`] : [`when the ${phrase} was`], short: [phrase, `when was ${phrase}`, `${name} ${degree} ${one} date`] };
  };
  return draft(`${isLast ? 'MAX' : 'MIN'}(${column.sql})`, { table: child, conditions: [] }, ownership, named, ask);
}

/** When the next one takes place. */
function whenNext(_: Draw, ownership: Ownership, named: Named): Draft | undefined {
  const { child, preposition } = ownership;
  const column = child.columns.find((each) => each.role === 'moment' && !each.nullable && momentWords(child, each).mayBeFuture);
  if (column === undefined || child.isPerson) return undefined;
  const ask = (speaker: Speaker): Ask => {
    const [one, name] = [sayTable(speaker, child, 'singular'), named.say(speaker)];
    return { isList: false, what: [`the date of the next ${one} ${preposition} ${name}`], question: [`When is the next ${one} ${preposition} ${name}?`, `When is ${possessive(name)} next ${one}?`, `When does ${name} have the next ${one}?`], clause: [`when the next ${one} ${preposition} ${name} is`, `when ${name} has the next ${one}`], short: [`next ${one} ${name}`, `${name} next ${one}`, `when is next ${one} of ${name}`] };
  };
  const things: Things = { table: child, conditions: [] };
  const sql = `SELECT MIN(${column.sql}) ${fromThings(things, [`${column.sql} > ${column.type === 'date' ? 'CURRENT_DATE' : 'NOW()'}`, ownership.sql(named)])}`;
  return { sql, tables: [child, ...ownership.tables(named)], ask };
}
