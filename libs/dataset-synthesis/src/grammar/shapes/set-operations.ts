import { columnConditions } from '../conditions/column-conditions.ts';
import type { Draw } from '../draw.ts';
import { pluralOf, withArticle } from '../english/inflect.ts';
import type { ColumnEntry, Lexicon, TableEntry } from '../lexicon/lexicon-types.ts';
import type { Speaker } from '../style/speaker.ts';
import { columnOf, drawConditions, fromThings, sayColumn, sayTable, sayThings, tablesOf, type Things } from '../things.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { askedTables, columnsOf, grouped, type Ask, type Cell, type Draft, type Shape } from './shape.ts';

const operations = ['INTERSECT', 'EXCEPT', 'UNION'] as const;
type Operation = (typeof operations)[number];

/** Rows and the columns of them that are laid beside those of others. */
interface Side {
  readonly things: Things;
  readonly columns: readonly ColumnEntry[];
}

/** Values that two tables both hold, only the one, or either: districts with members but no branch. */
export const commonValues: Shape = {
  name: 'common values', topic: 'sets', weight: 0.6,
  cells: (lexicon) => tablePairs(lexicon).flatMap(([a, b]) => columnsOf(a, ...grouped).flatMap((own): Cell[] => {
    const other = columnsOf(b, own.role).find((column) => column.names[0] === own.names[0] && kindOf(column) === kindOf(own));
    return other === undefined ? [] : [{ name: `${a.name}.${own.name} ${b.name}.${other.name}`, weight: own.salience, write: (draw) => valuesOf(draw, own, [sideOf(draw, a, own), sideOf(draw, b, other)], operations) }];
  })),
};

/** Groups of one table in which two values of another column both occur, or only the one: genres with books in English but none in German. */
export const commonGroups: Shape = {
  name: 'common groups', topic: 'sets', weight: 0.6,
  cells: (lexicon) => askedTables(lexicon).filter(({ kind }) => kind === 'thing').flatMap((table) => columnsOf(table, ...grouped).flatMap((group) => columnsOf(table, 'category', 'city', 'country').filter((column) => column !== group && !(isPlace(column) && isPlace(group))).map((column): Cell => ({
    name: `${table.name}.${group.name} ${column.name}`,
    weight: group.salience * column.salience,
    write: (draw) => {
      const makers = columnConditions(table).filter(({ name }) => name === `${table.name}.${column.name} =`);
      const [first, second] = [drawConditions(draw, makers, 1), drawConditions(draw, makers, 1)];
      if (first[0] === undefined || second[0] === undefined || first[0].sql('') === second[0].sql('')) return undefined;
      const sides = [first, second].map((conditions): Side => ({ things: { table, conditions }, columns: [group] }));
      return valuesOf(draw, group, sides as [Side, Side], ['INTERSECT', 'EXCEPT']);
    },
  })))),
};

/** A city lies in one country: of two places, nothing is in both. */
function isPlace({ role }: ColumnEntry): boolean {
  return role === 'city' || role === 'state' || role === 'country';
}

/** People, by name, who are in two tables, in one alone, or in either; and their addresses and numbers in one list. */
export const commonPeople: Shape = {
  name: 'common people', topic: 'sets', weight: 0.5,
  cells: (lexicon) => tablePairs(lexicon).filter(([a, b]) => a.isPerson && b.isPerson).flatMap(([a, b]): Cell[] => [
    ...(a.naming.length > 0 && a.naming.length === b.naming.length ? [{ name: `${a.name} ${b.name} names`, write: (draw: Draw) => namesOf(draw, a, b) }] : []),
    ...columnsOf(a, 'email', 'phone').flatMap((own) => columnsOf(b, own.role).slice(0, 1).map((other) => ({ name: `${a.name} ${b.name} ${own.name}`, weight: 0.5, write: (draw: Draw) => contactsOf(draw, { table: a, column: own }, { table: b, column: other }) }))),
  ]),
};

/** Each two tables of things, in both orders: who lacks what differs. */
function tablePairs(lexicon: Lexicon): [TableEntry, TableEntry][] {
  const tables = askedTables(lexicon).filter(({ kind }) => kind === 'thing');
  return tables.flatMap((a) => tables.filter((b) => b !== a).map((b): [TableEntry, TableEntry] => [a, b]));
}

/** Types whose values PostgreSQL lays beside each other. */
function kindOf({ type }: ColumnEntry): string {
  return /^(varchar|char|text|citext|bpchar)$/.test(type) ? 'text' : /^(smallint|integer|bigint|numeric)$/.test(type) ? 'number' : type;
}

function sideOf(draw: Draw, table: TableEntry, column: ColumnEntry): Side {
  return { things: drawOwnThings(draw, table, maybeOne(draw, 0.3), [column]), columns: [column] };
}

/** A value that is missing is no value that both have. */
function sideSql({ things, columns }: Side): string {
  const missing = columns.length === 1 ? columns.filter(({ nullable }) => nullable).map((column) => `${columnOf(things, column)} IS NOT NULL`) : [];
  return `SELECT ${columns.map((column) => columnOf(things, column)).join(', ')} ${fromThings(things, missing)}`;
}

function combine(operation: Operation, sides: readonly [Side, Side]): Pick<Draft, 'sql' | 'tables'> {
  return { sql: sides.map(sideSql).join(` ${operation} `), tables: sides.flatMap(({ things }) => tablesOf(things)) };
}

function valuesOf(draw: Draw, column: ColumnEntry, sides: readonly [Side, Side], among: readonly Operation[]): Draft {
  const operation = draw.random.pick(among);
  const ask = (speaker: Speaker): Ask => {
    const word = sayColumn(speaker, column);
    return askValues[operation](pluralOf(word), word, sayThings(speaker, sides[0].things), sayThings(speaker, sides[1].things));
  };
  return { ...combine(operation, sides), ask };
}

/** How one asks for the values (`districts`, `district`) of two kinds of things. */
const askValues: Readonly<Record<Operation, (all: string, one: string, a: string, b: string) => Ask>> = {
  INTERSECT: (all, one, a, b) => ({ isList: true, what: [`the ${all} with both ${a} and ${b}`, `all ${all} in which there are both ${a} and ${b}`, `every ${one} that has ${a} as well as ${b}`], question: [`Which ${all} have both ${a} and ${b}?`, `In which ${all} are there both ${a} and ${b}?`], clause: [`which ${all} have both ${a} and ${b}`], short: [`${all} with both ${a} and ${b}`, `${all} with ${a} and also ${b}`] }),
  EXCEPT: (all, one, a, b) => ({ isList: true, what: [`the ${all} with ${a} but no ${b}`, `all ${all} in which there are ${a} but no ${b}`, `every ${one} that has ${a} but not ${b}`], question: [`Which ${all} have ${a} but no ${b}?`, `In which ${all} are there ${a} but no ${b}?`], clause: [`which ${all} have ${a} but no ${b}`], short: [`${all} with ${a} but no ${b}`, `${all} that have ${a} and no ${b}`] }),
  UNION: (all, one, a, b) => ({ isList: true, what: [`all ${all} with ${a} or ${b}`, `the ${all} in which there are ${a} or ${b}`, `every ${one} that has ${a} or ${b}`], question: [`Which ${all} have ${a} or ${b}?`, `In which ${all} are there ${a} or ${b}?`], clause: [`in which ${all} there are ${a} or ${b}`], short: [`${all} with ${a} or ${b}`, `all ${all} of ${a} and ${b} together`] }),
};

function namesOf(draw: Draw, a: TableEntry, b: TableEntry): Draft {
  const operation = draw.random.pick(operations);
  const things = drawOwnThings(draw, a, maybeOne(draw, 0.3), a.naming);
  const sides: [Side, Side] = [{ things, columns: a.naming }, { things: { table: b, conditions: [] }, columns: b.naming }];
  const ask = (speaker: Speaker): Ask => askNames[operation](sayThings(speaker, things), sayTable(speaker, b, 'plural'), withArticle(sayTable(speaker, b, 'singular')));
  return { ...combine(operation, sides), ask };
}

/** How one asks for the names of two kinds of people (`members`, `teachers`, `a teacher`). */
const askNames: Readonly<Record<Operation, (a: string, b: string, oneOfB: string) => Ask>> = {
  INTERSECT: (a, b, one) => ({ isList: true, what: [`the names that occur among both the ${a} and the ${b}`, `the ${a} who have the same name as ${one}`, `all ${a} who are also ${b}, going by their name`], question: [`Which ${a} have the same name as ${one}?`, `Which names occur among both ${a} and ${b}?`, `Which ${a} share their name with ${one}?`], clause: [`which ${a} have the same name as ${one}`], short: [`${a} with same name as ${one}`, `names in both ${a} and ${b}`, `${a} also among ${b} by name`] }),
  EXCEPT: (a, b, one) => ({ isList: true, what: [`the names of ${a} that do not occur among the ${b}`, `the ${a} whose name is not that of ${one}`, `all ${a} who are not among the ${b}, going by their name`], question: [`Which ${a} do not share their name with ${one}?`, `Which names of ${a} do not occur among the ${b}?`, `Which ${a} are not among the ${b}, going by their name?`], clause: [`which ${a} are not among the ${b} by name`], short: [`${a} not among ${b} by name`, `names of ${a} that no ${one.replace(/^an? /, '')} has`] }),
  UNION: (a, b) => ({ isList: true, what: [`the names of all ${a} and all ${b} in one list`, `one list of the names of all ${a} and ${b}, each name once`, `the names of ${a} together with those of ${b}`], question: [`What are the names of all ${a} and ${b} together?`], clause: [`what the names of all ${a} and ${b} are, in one list`], short: [`names of ${a} and ${b} in one list`, `all names, ${a} and ${b} together`] }),
};

interface Contact {
  readonly table: TableEntry;
  readonly column: ColumnEntry;
}

function contactsOf(draw: Draw, a: Contact, b: Contact): Draft {
  const operation = draw.random.pick(['INTERSECT', 'UNION', 'UNION'] as const);
  const things = drawOwnThings(draw, a.table, maybeOne(draw, 0.3), [a.column]);
  const sides: [Side, Side] = [{ things, columns: [a.column] }, { things: { table: b.table, conditions: [] }, columns: [b.column] }];
  const ask = (speaker: Speaker): Ask => {
    const [words, own, others] = [pluralOf(sayColumn(speaker, a.column)), sayThings(speaker, things), sayTable(speaker, b.table, 'plural')];
    if (operation === 'INTERSECT') return { isList: true, what: [`the ${words} that ${own} and ${others} share`, `all ${words} that occur among both the ${own} and the ${others}`], question: [`Which ${words} occur among both ${own} and ${others}?`], clause: [`which ${words} occur among both ${own} and ${others}`], short: [`${words} shared by ${own} and ${others}`, `same ${words} ${own} and ${others}`] };
    return { isList: true, what: [`the ${words} of all ${own} and all ${others} in one list`, `one list of the ${words} of ${own} and ${others}`], question: [`What are the ${words} of all ${own} and ${others} together?`], clause: [`what the ${words} of all ${own} and ${others} are`], short: [`${words} of ${own} and ${others} in one list`, `all ${words}, ${own} and ${others} together`] };
  };
  return { ...combine(operation, sides), ask };
}
