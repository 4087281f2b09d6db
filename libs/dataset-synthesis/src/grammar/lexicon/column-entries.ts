import { quotePart, type Column, type DatabaseSchema, type Table } from '@sqlwright/schema';
import { plainNames } from './column-names.ts';
import { plainType, roleOf } from './column-role.ts';
import type { ColumnWords } from './lexicon-file.ts';
import type { ColumnEntry, ColumnRole } from './lexicon-types.ts';
import { momentOf } from './moment-words.ts';
import { namesInComment } from './spoken-comment.ts';
import { valueNamesOf } from './value-synonyms.ts';
import { otherNames } from './synonyms.ts';
import { unitOf } from './units.ts';

type Known = Readonly<Record<string, readonly string[]>>;

/** The entries of a table's columns. No two columns share a spoken name. */
export function columnEntries(schema: DatabaseSchema, table: Table, tableWords: string, domains: Known, edited: Readonly<Record<string, ColumnWords>> = {}): ColumnEntry[] {
  const plain = plainNames(table, tableWords);
  const taken = new Set(plain.map(({ words }) => words));
  return table.columns.map((column, index) => {
    const { words, longer } = plain[index] ?? { words: column.name, longer: undefined };
    const values = valuesOf(schema, table, column, domains);
    const own = edited[column.name];
    const role = own?.role ?? roleOf(schema, table, column, values);
    const [ownName, ...ownOthers] = own?.names ?? [];
    const others = [...namesInComment(column.comment), ...(longer === undefined ? [] : [longer]), ...otherNames(words)].filter((name) => !taken.has(name));
    for (const name of others) taken.add(name);
    const names: [string, ...string[]] = ownName === undefined ? spokenNames(role === 'moment' ? momentName(column.name, words, tableWords) : role === 'flag' ? words.replace(/^(is|has) /, '') : isYesOrNo(values) ? `${words.replace(/^is /, '')} flag` : words, role, others) : [ownName, ...ownOthers];
    return {
      table: table.name, name: column.name, sql: quotePart(column.name), type: plainType(column.type), role, nullable: column.nullable && table.kind === 'table', values, valueNames: { ...valueNamesOf(values, role), ...own?.values }, unit: own?.unit ?? unitOf(column, role),
      names, ...bounds(table, column.name), salience: salienceOf(role, words),
    };
  });
}

const saliences: Partial<Record<ColumnRole, number>> = {
  birth: 1.3, category: 2.2, city: 1.5, country: 1.5, state: 0.7, amount: 1.3, quantity: 1.1, measure: 0.9, year: 1.3, firstName: 0.5, lastName: 0.6, email: 0.8, phone: 0.7, postalCode: 0.3, street: 0.4, code: 0.4, text: 0.25, other: 0.1,
};

/** People ask of prices and places, seldom of remarks and hardly of the date of the last change. */
function salienceOf(role: ColumnRole, words: string): number {
  if (role === 'moment' && /\b(updat|modif|chang)/.test(words)) return 0.25;
  return saliences[role] ?? 1;
}

/** A text that only says yes or no. */
function isYesOrNo(values: readonly string[]): boolean {
  return values.length === 2 && values.every((value) => /^([yn]|yes|no)$/i.test(value));
}

/** What is but a date of the table has its name: the attendance date. */
function momentName(column: string, words: string, tableWords: string): string {
  const moment = momentOf(column);
  if (moment.kind !== 'noun') return moment.noun;
  return /^(date|time)$/.test(words) ? `${tableWords} ${words}` : moment.noun;
}

function spokenNames(words: string, role: ColumnRole, others: readonly string[]): [string, ...string[]] {
  const capital = (name: string): string => name.replace(/\b(isbn|sku|id|url|vin|vat|iban)\b/g, (word) => word.toUpperCase());
  if (role === 'birth') return ['date of birth', ...new Set(['birthday', 'birth date', ...others].filter((name) => name !== 'date of birth'))];
  return [capital(words), ...others.filter((name) => name !== words).map(capital)];
}

function valuesOf(schema: DatabaseSchema, table: Table, column: Column, domains: Known): readonly string[] {
  const labels = schema.enums.find(({ name }) => name === column.type)?.values;
  if (labels !== undefined) return labels;
  const known = domains[`${table.name}.${column.name}`] ?? (table.kind === 'view' ? ofNamesake(schema, table, column, domains) : undefined);
  return known ?? checkedValues(table, column.name);
}

/** A view shows the columns of tables: what one of the same name holds, it holds. */
function ofNamesake(schema: DatabaseSchema, view: Table, column: Column, domains: Known): readonly string[] | undefined {
  const owners = schema.tables.filter((table) => table !== view && table.columns.some(({ name }) => name === column.name));
  return owners.length === 1 ? domains[`${owners[0]?.name}.${column.name}`] : undefined;
}

function checkedValues(table: Table, column: string): string[] {
  const check = checksOn(table, column).find((text) => /\bin\b|=\s*any\b/i.test(text));
  return [...(check ?? '').matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] ?? '').replaceAll("''", "'"));
}

function bounds(table: Table, column: string): { minimum: number | undefined; maximum: number | undefined } {
  const texts = checksOn(table, column).map((check) => check.replace(/::[a-z ]+/g, '').replace(/[()"]/g, ' '));
  const between = texts.map((text) => new RegExp(`\\b${column}\\s+between\\s+(-?[\\d.]+)\\s+and\\s+(-?[\\d.]+)`, 'i').exec(text)).find((match) => match !== null);
  const bound = (sign: string): number | undefined => {
    const found = texts.map((text) => new RegExp(`\\b${column}\\s*${sign}=?\\s*(-?[\\d.]+)`, 'i').exec(text)?.[1]).find((number) => number !== undefined);
    return found === undefined ? undefined : Number(found);
  };
  return between ? { minimum: Number(between[1]), maximum: Number(between[2]) } : { minimum: bound('>'), maximum: bound('<') };
}

function checksOn(table: Table, column: string): string[] {
  return table.checks.filter((check) => new RegExp(`\\b${column}\\b`).test(check));
}
