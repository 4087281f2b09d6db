import type { DatabaseSchema, ForeignKey } from '@sqlwright/schema';
import { commonLength } from './common-length.ts';
import { tablesWith, unqualified, type NameCatalog } from './name-catalog.ts';

/** How a text is likely to go on; empty where that is open. */
export type Drafter = (text: string) => string;

/** One table read under a name. */
interface NamedTable {
  readonly table: string;
  readonly name: string;
}

/** What mostly follows words at the end of a text, as the training data has it; `$1` is what the first bracket found. */
const following: readonly (readonly [after: RegExp, continuation: string])[] = [
  [/^SELECT ((?:\w+\.)?\w+), .* GROUP BY$/, ' $1'],
  [/\b(?:ORDER|GROUP|PARTITION)$/, ' BY'],
  [/\bLEFT$/, ' JOIN'],
  [/\bIS NOT$/, ' NULL'],
  [/\bEXISTS$/, ' (SELECT 1 FROM'],
  [/\b([a-z]\w*_\w+) (?:NOT )?IN$/, ' (SELECT $1 FROM'],
  [/\bFILTER$/, ' (WHERE'],
  [/\bHAVING$/, ' COUNT(*)'],
  [/\bROUND$/, '(100.0 *'],
  [/\bEXTRACT$/, '(YEAR FROM'],
  [/\bCURRENT$/, '_DATE'],
  [/\bNULLS$/, ' LAST'],
  [/\bFETCH$/, ' FIRST 1 ROW WITH TIES'],
];

/** A draft goes on so many times from where it ends. */
const mostLinks = 3;

/** Shorter beginnings of a name are more often an alias. */
const fewestLetters = 3;

/**
 * Guesses how a statement goes on where the schema leaves little choice: the rest of a name, the condition under which two tables are joined by a foreign key,
 * what follows a key word. Nothing hangs on a guess, as a model keeps of it only what it would have written itself; so a look at the end of the text is
 * enough. A step over two tokens costs as much as 1.6 steps, one over four as much as 2 to 2.4 (docs/experiments.md), so what is guessed is right four times of five.
 */
export function createDrafter(schema: DatabaseSchema, catalog: NameCatalog): Drafter {
  const tables = [...catalog.tables.keys()].map(unqualified);
  const columns = [...new Set([...catalog.tables.values()].flatMap((own) => [...own]))];
  const draftOnce = (text: string): string => draftJoin(text, schema) || draftName(text, tables, columns) || draftTable(text, catalog) || draftPhrase(text);
  return (text) => {
    if (isInString(text)) return '';
    let whole = text;
    for (let link = 0; link < mostLinks; link += 1) {
      const next = draftOnce(whole);
      if (next === '') break;
      whole += next;
    }
    return whole.slice(text.length);
  };
}

function isInString(text: string): boolean {
  return text.split("'").length % 2 === 0;
}

function draftPhrase(text: string): string {
  for (const [after, continuation] of following) {
    const match = after.exec(text);
    if (match !== null) return continuation.replace('$1', () => match[1] ?? '');
  }
  return '';
}

/** After `SELECT first_name, last_name FROM` the one table that has these columns. */
function draftTable(text: string, catalog: NameCatalog): string {
  const list = /^SELECT (?:DISTINCT )?((?:\w+\.)?\w+(?:, (?:\w+\.)?\w+)*) FROM$/.exec(text)?.[1];
  if (list === undefined) return '';
  const items = list.split(', ').map((item) => item.split('.').toReversed());
  const aliases = new Set(items.map(([, alias]) => alias));
  const [table, ...others] = tablesWith(catalog, items.map(([column = '']) => column));
  if (table === undefined || others.length > 0 || aliases.size > 1) return '';
  const [alias] = aliases;
  return ` ${unqualified(table)}${alias === undefined ? '' : ` ${alias}`}`;
}

/** The letters that all names which begin like the last word have behind it. */
function draftName(text: string, tables: readonly string[], columns: readonly string[]): string {
  const { before = '', word = '' } = /(?<before>\.|\b(?:FROM|JOIN) )?(?<word>[a-z]\w*)$/.exec(text)?.groups ?? {};
  if (word.length < fewestLetters) return '';
  const names = before === '.' ? columns : before === '' ? [...columns, ...tables] : tables;
  if (names.includes(word)) return '';
  const [first = '', ...others] = names.filter((name) => name.startsWith(word));
  return first.slice(word.length, Math.min(first.length, ...others.map((other) => commonLength(first, other))));
}

/** The rest of `JOIN address a ON a.customer_id = c.customer_id`, or of the same condition in EXISTS. */
function draftJoin(text: string, schema: DatabaseSchema): string {
  const start = Math.max(text.lastIndexOf(' JOIN '), text.lastIndexOf('EXISTS (SELECT 1 FROM '));
  const { lead, table = '', alias } = /^(?<lead> JOIN |EXISTS \(SELECT 1 FROM )(?<table>[a-z]\w*)(?: (?<alias>[a-z]\w*)?)?/.exec(text.slice(Math.max(0, start)))?.groups ?? {};
  if (lead === undefined) return '';
  const written = text.slice(start + lead.length);
  const others = namedTables(text.slice(0, start));
  const name = alias ?? table.slice(0, 1);
  // A name that is taken will become longer.
  if (others.some((other) => other.name === name)) return '';
  const word = lead === ' JOIN ' ? 'ON' : 'WHERE';
  const conditions = others.flatMap((other) => joinConditions(schema, { table, name }, other));
  const rest = conditions.map((condition) => `${table} ${name} ${word} ${condition}`).find((whole) => whole.startsWith(written) && whole.length > written.length);
  return rest?.slice(written.length) ?? '';
}

/** The tables of a statement with their aliases. */
function namedTables(text: string): NamedTable[] {
  return [...text.matchAll(/\b(?:FROM|JOIN) ([a-z]\w*)(?: ([a-z]\w*))?/g)].map(([, table = '', alias]) => ({ table, name: alias ?? table }));
}

/** Under what two tables are joined: the one that is named last stands first more often. */
function joinConditions(schema: DatabaseSchema, joined: NamedTable, other: NamedTable): string[] {
  const pairs = [...keysBetween(schema, joined.table, other.table).map(({ columns, referencedColumns }) => [columns, referencedColumns]), ...keysBetween(schema, other.table, joined.table).map(({ columns, referencedColumns }) => [referencedColumns, columns])];
  return pairs.flatMap(([own = [], foreign = []]) => [equate(joined.name, own, other.name, foreign), equate(other.name, foreign, joined.name, own)]);
}

function keysBetween({ tables }: DatabaseSchema, from: string, to: string): ForeignKey[] {
  return tables.flatMap(({ name, foreignKeys }) => (unqualified(name) === from ? foreignKeys.filter(({ referencedTable }) => unqualified(referencedTable) === to) : []));
}

function equate(left: string, leftColumns: readonly string[], right: string, rightColumns: readonly string[]): string {
  return leftColumns.map((column, index) => `${left}.${column} = ${right}.${rightColumns[index]}`).join(' AND ');
}
