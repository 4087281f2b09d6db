import { quoteLiteral } from '@sqlwright/schema';
import type { Draw } from '../draw.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { sayColumn, type ConditionMaker, type ConditionWords } from '../things.ts';
import { drawName } from '../values/draw-value.ts';
import { firstNames, lastNames, mailHosts, phonePrefixes, streets } from '../values/invented-values.ts';

type Pattern = readonly [pattern: string, words: (speaker: Speaker) => ConditionWords];

/** Conditions on free text: what it begins or ends with, what it contains. */
export function textConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const about = `${table.name}.${column.name}`;
  const maker = (kind: string, draw: (draw: Draw) => Pattern | undefined): ConditionMaker => ({
    name: `${about} ${kind}`, about,
    make: (drawer) => {
      const found = draw(drawer);
      return found === undefined ? undefined : { about, sql: (q) => `${q}${column.sql} ILIKE ${quoteLiteral(found[0])}`, say: found[1] };
    },
  });
  if (column.role === 'email') return [maker('ends', ({ random }) => ending(column, `@${random.pick(mailHosts)}`)), maker('contains', ({ random }) => containing(column, random.pick(mailHosts).split('.')[0] ?? ''))];
  if (column.role === 'phone') return [maker('begins', ({ random }) => beginning(column, random.pick(phonePrefixes)))];
  if (column.role === 'postalCode') return [maker('begins', ({ random }) => beginning(column, String(random.integer(1, 99))))];
  if (column.role === 'street') return [maker('contains', ({ random }) => on(random.pick(streets)))];
  if (column.role === 'name' && table.isPerson && /name/.test(column.name) && !/company|user/.test(column.name)) return personPatterns(column, maker);
  if (column.role === 'firstName' || column.role === 'lastName') return [partName(column, maker), maker('begins', ({ random }) => beginning(column, random.pick([...'ABCDEGHJKLMNPRSTW'])))];
  const part = (draw: Draw): string | undefined => drawName(draw, table, column)?.split(' ').find((word) => word.length > 3);
  return [
    maker('begins', ({ random }) => beginning(column, random.pick([...'ABCDEFGHLMNPRST']))),
    ...(column.role === 'name' ? [maker('contains', (draw) => map(part(draw), (word) => containing(column, word)))] : []),
  ];
}

function personPatterns(column: ColumnEntry, maker: (kind: string, draw: (draw: Draw) => Pattern | undefined) => ConditionMaker): ConditionMaker[] {
  return [
    maker('begins', ({ random }) => beginning(column, random.pick([...'ABCDEGHJKLMNPRSTW']))),
    maker('contains', ({ random }) => {
      const part = random.pick(random.chance(0.5) ? firstNames : lastNames);
      return [`%${part}%`, (speaker) => ({ verb: `have ${mark(part)} in their name`, after: say(speaker, { plain: [`with ${mark(part)} in their name`], terse: [`name contains ${mark(part)}`], polite: [`whose name contains ${mark(part)}`] }) })];
    }),
    maker('last name', ({ random }) => {
      const last = random.pick(lastNames);
      return [`% ${last}`, (speaker) => ({ verb: `have the last name ${mark(last)}`, after: say(speaker, { plain: [`with the last name ${mark(last)}`], terse: [`last name ${mark(last)}`, `surname ${mark(last)}`], polite: [`whose family name is ${mark(last)}`, `whose surname is ${mark(last)}`] }) })];
    }),
    maker('first name', ({ random }) => {
      const first = random.pick(firstNames);
      return [`${first} %`, (speaker) => ({ verb: `have the first name ${mark(first)}`, after: say(speaker, { plain: [`with the first name ${mark(first)}`], terse: [`first name ${mark(first)}`], polite: [`whose first name is ${mark(first)}`, `whose given name is ${mark(first)}`] }) })];
    }),
  ];
}

type Maker = (kind: string, draw: (draw: Draw) => Pattern | undefined) => ConditionMaker;

/** The whole first or last name of a person whose names lie in two columns. */
function partName(column: ColumnEntry, maker: Maker): ConditionMaker {
  const isFirst = column.role === 'firstName';
  return maker(isFirst ? 'first name' : 'last name', ({ random }) => {
    const name = random.pick(column.values.length > 0 && random.chance(0.6) ? column.values : isFirst ? firstNames : lastNames);
    const word = sayName(isFirst);
    return [name, (speaker) => ({ verb: say(speaker, { plain: [isFirst ? `are called ${mark(name)}` : `have the last name ${mark(name)}`, `have the ${word(speaker)} ${mark(name)}`], terse: [`are named ${mark(name)}`], polite: [isFirst ? `are named ${mark(name)}` : `have ${mark(name)} as ${word(speaker)}`] }), after: say(speaker, { plain: [isFirst ? `called ${mark(name)}` : `with the last name ${mark(name)}`, `named ${mark(name)}`], terse: [`${word(speaker)} ${mark(name)}`, `named ${mark(name)}`, `called ${mark(name)}`], polite: [`whose ${word(speaker)} is ${mark(name)}`, `with the ${word(speaker)} ${mark(name)}`] }) })];
  });
}

const sayName = (isFirst: boolean) => (speaker: Speaker): string => speaker.random.pick(isFirst ? ['first name', 'first name', 'given name'] : ['last name', 'surname', 'family name']);

function beginning(column: ColumnEntry, start: string): Pattern {
  return [`${start}%`, (speaker) => {
    const name = sayColumn(speaker, column);
    return { verb: `have a ${name} starting with ${mark(start)}`.replace(/a (?=[aeiou])/, 'an '), after: say(speaker, { plain: [`whose ${name} starts with ${mark(start)}`, `whose ${name} begins with ${mark(start)}`], terse: [`${name} starting with ${mark(start)}`], polite: [`whose ${name} begins with ${mark(start)}`] }) };
  }];
}

function ending(column: ColumnEntry, end: string): Pattern {
  return [`%${end}`, (speaker) => {
    const name = sayColumn(speaker, column);
    return { verb: `have an ${name} ending in ${mark(end)}`, after: say(speaker, { plain: [`whose ${name} ends in ${mark(end)}`, `with an ${mark(end)} ${name}`], terse: [`${name} ending ${mark(end)}`, `with ${mark(end)} ${name}`], polite: [`whose ${name} ends with ${mark(end)}`] }) };
  }];
}

function containing(column: ColumnEntry, part: string): Pattern {
  return [`%${part}%`, (speaker) => {
    const name = sayColumn(speaker, column);
    return { verb: `have ${mark(part)} in the ${name}`, after: say(speaker, { plain: [`whose ${name} contains ${mark(part)}`, `with ${mark(part)} in the ${name}`], terse: [`${name} contains ${mark(part)}`, `${mark(part)} in ${name}`], polite: [`with the word ${mark(part)} in the ${name}`, `that have ${mark(part)} somewhere in the ${name}`] }) };
  }];
}

function on(street: string): Pattern {
  return [`%${street}%`, (speaker) => ({ verb: `are on ${mark(street)}`, after: say(speaker, { plain: [`on ${mark(street)}`], terse: [`on ${mark(street)}`], polite: [`located on ${mark(street)}`] }) })];
}

function map<T, R>(value: T | undefined, change: (value: T) => R): R | undefined {
  return value === undefined ? undefined : change(value);
}
