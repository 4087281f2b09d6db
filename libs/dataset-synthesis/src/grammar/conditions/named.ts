import { quoteLiteral } from '@sqlwright/schema';
import type { Draw } from '../draw.ts';
import type { ColumnEntry, Relation, TableEntry } from '../lexicon/lexicon-types.ts';
import { childKey, parentKey, parentKeys } from '../relation-sql.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { sayTable } from '../things.ts';
import { drawCode, drawName, drawPersonName } from '../values/draw-value.ts';

/** One row that a question names. */
export interface Named {
  readonly sql: (qualifier: string) => string;
  /** The value of its key, where it is named by that. */
  readonly key?: { readonly column: string; readonly value: number };
  /** `Laura Bennett`, `loan 17`. */
  readonly say: (speaker: Speaker) => string;
  /** With the word for its kind: `the book Blue Horizon`. */
  readonly sayFull: (speaker: Speaker) => string;
}

/** Draws a row by what names it, else by its code or the number of its key. */
export function drawNamed(draw: Draw, table: TableEntry): Named | undefined {
  const [first] = table.naming;
  const code = table.columns.find((column) => column.role === 'code' && !table.naming.includes(column));
  if (code !== undefined && draw.random.chance(code.values.length > 0 ? 0.22 : 0.1)) return byCode(draw, table, code);
  if (first === undefined || first.role === 'street' || draw.random.chance(0.1)) return byNumber(draw, table) ?? (first === undefined ? undefined : byName(draw, table));
  return byName(draw, table);
}

function byName(draw: Draw, table: TableEntry): Named | undefined {
  const [first, last] = table.naming;
  if (first === undefined) return undefined;
  const part = table.isPerson && draw.random.chance(0.12) ? byPartOfName(draw, table) : undefined;
  if (part !== undefined) return part;
  if (last !== undefined) {
    const parts = drawPersonName(draw).split(' ');
    return spoken(draw, table, parts.join(' '), (q) => `${q}${first.sql} ILIKE ${quoteLiteral(parts[0] ?? '')} AND ${q}${last.sql} ILIKE ${quoteLiteral(parts[1] ?? '')}`);
  }
  const name = drawName(draw, table, first);
  return name === undefined ? byNumber(draw, table) : spoken(draw, table, name, (q) => `${q}${first.sql} ${first.role === 'code' ? '=' : 'ILIKE'} ${quoteLiteral(name)}`);
}

/** @param title what stands before the name and is no part of it */
function spoken(draw: Draw, table: TableEntry, name: string, sql: Named['sql'], title = ''): Named {
  // Where there are doctors and patients, a name alone does not tell which of them is meant.
  const persons = draw.lexicon.tables.filter(({ isPerson, kind }) => isPerson && kind === 'thing');
  const isClear = title.trim() !== '' ? true : table.isPerson ? persons.length === 1 || (table.isMain && draw.random.chance(0.6)) : table.kind === 'thing' && draw.random.chance(0.5);
  const own = (speaker: Speaker): string => (speaker.register === 'terse' && speaker.random.chance(0.5) && !/\d/.test(name) ? `${title.toLowerCase()}${mark(name.toLowerCase())}` : `${title}${mark(name)}`);
  return { sql, say: (speaker) => (isClear ? own(speaker) : full(speaker, table, own(speaker))), sayFull: (speaker) => full(speaker, table, own(speaker)) };
}

/** `Mr Miller`, `Dr Haas`, `Anna`: people are often called by half of their name. */
function byPartOfName(draw: Draw, table: TableEntry): Named | undefined {
  const [first, last] = table.naming;
  const [given = '', family = ''] = drawPersonName(draw).split(' ');
  if (first === undefined || first.role === 'code' || first.role === 'street') return undefined;
  if (last === undefined) return spoken(draw, table, family, (q) => `${q}${first.sql} ILIKE ${quoteLiteral(`%${family}%`)}`, titleOf(draw, table));
  const isGiven = draw.random.chance(0.3);
  return isGiven ? spoken(draw, table, given, (q) => `${q}${first.sql} ILIKE ${quoteLiteral(given)}`) : spoken(draw, table, family, (q) => `${q}${last.sql} ILIKE ${quoteLiteral(family)}`, titleOf(draw, table));
}

function titleOf({ random }: Draw, { singular }: TableEntry): string {
  return /\b(doctor|physician|therapist|dentist|surgeon|vet|veterinarian)$/.test(singular) ? random.pick(['Dr ', 'Dr. ', 'dr ']) : random.pick(['', 'Mr ', 'Ms ', 'Mrs ', 'Mr. ']);
}

function full(speaker: Speaker, table: TableEntry, name: string): string {
  return `the ${sayTable(speaker, table, 'singular')} ${name}`;
}

/** The condition that a child belongs to the parent that is named. */
export function belongsTo(relation: Relation, named: Named, qualifier: string): string {
  if (named.key !== undefined && isKey(relation, named)) return `${childKey(relation, qualifier)} = ${named.key.value}`;
  return `${childKey(relation, qualifier)} IN (SELECT ${parentKeys(relation)} FROM ${relation.parent.sql} WHERE ${named.sql('')})`;
}

/** The tables that this condition reads. */
export function ownersRead(relation: Relation, named: Named): TableEntry[] {
  return isKey(relation, named) ? [] : [relation.parent];
}

/** Whether a row is named by the very column that children refer to. */
function isKey(relation: Relation, { key }: Named): boolean {
  return key !== undefined && key.column === parentKey(relation);
}

/** `in` a room or shop, `of` what is no place. */
export function prepositionOf(parent: TableEntry, child?: TableEntry): 'in' | 'of' | 'by' {
  if (child?.isPerson === false && /\b(author|writer|publisher|artist|director|composer|singer|band|painter|photographer|architect|manufacturer|brand|designer|developer)$/.test(parent.singular)) return 'by';
  return /\b(room|store|shop|branch|department|division|warehouse|city|location|clinic|category|building|school|region|country|library|hall|floor|site|hospital)$/.test(parent.singular) ? 'in' : 'of';
}

/** `the product SKU-1012`, `the project with the code P-107`. */
function byCode(draw: Draw, table: TableEntry, column: ColumnEntry): Named {
  const code = column.values.length > 0 ? draw.random.pick(column.values) : drawCode(draw);
  const own = (speaker: Speaker): string => speaker.random.pick([`${sayTable(speaker, table, 'singular')} ${mark(code)}`, `the ${table.singular} ${mark(code)}`, `the ${table.singular} with the ${column.names[0]} ${mark(code)}`]);
  return { sql: (q) => `${q}${column.sql} = ${quoteLiteral(code)}`, say: own, sayFull: own };
}

function byNumber(draw: Draw, table: TableEntry): Named | undefined {
  const { key } = table;
  if (key === undefined || !/^(smallint|integer|bigint)$/.test(key.type)) return undefined;
  const number = draw.random.integer(1, 180);
  const own = (speaker: Speaker): string => `${sayTable(speaker, table, 'singular')} ${say(speaker, { plain: ['', 'number '], terse: ['', 'no ', '#'], polite: ['number ', 'no. '] })}${mark(number)}`;
  return { sql: (q) => `${q}${key.sql} = ${number}`, key: { column: key.sql, value: number }, say: own, sayFull: own };
}
