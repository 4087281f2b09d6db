import { quoteName, quotePart, type DatabaseSchema, type Table } from '@sqlwright/schema';
import { pluralOf, singularOf } from './english/inflect.ts';
import { splitName } from './english/split-name.ts';
import { columnEntries } from './lexicon/column-entries.ts';
import type { ColumnEntry, Lexicon, Link, Relation, TableEntry, TableName } from './lexicon/lexicon-types.ts';
import { namesInComment } from './lexicon/spoken-comment.ts';
import { tableSynonyms } from './lexicon/synonyms.ts';
import { aliasesOf } from './lexicon/table-aliases.ts';

const people = /\b(customer|person|user|employee|staff|contact person|patient|author|member|student|client|teacher|driver|doctor|physician|nurse|agent|manager|guest|player|borrower|instructor|owner|tenant|subscriber|visitor|passenger|therapist|reader|librarian|worker|candidate|applicant|attendee|participant|artist|actor|director)$/;

/**
 * Says how people speak of a schema, by rules: what each table and column means, its names, what names a row, and what foreign keys stand for.
 * @param domains known values by `table.column`
 */
export function buildLexicon(schema: DatabaseSchema, domains: Readonly<Record<string, readonly string[]>>): Lexicon {
  const aliases = aliasesOf(schema.tables.map(({ name }) => name));
  const singulars = schema.tables.map(({ name }) => singularOf(splitName(name)));
  const taken = new Set(singulars.flatMap((name) => [name, pluralOf(name)]));
  const tables = schema.tables.map((table, index) => tableEntry(schema, table, singulars[index] ?? table.name, { alias: aliases.get(table.name) ?? 't', taken, domains }));
  const relations = schema.tables.flatMap((table) => relationsOf(table, tables));
  return { tables, relations, links: linksOf(relations) };
}

interface TableContext {
  readonly alias: string;
  readonly taken: Set<string>;
  readonly domains: Readonly<Record<string, readonly string[]>>;
}

function tableEntry(schema: DatabaseSchema, table: Table, singular: string, { alias, taken, domains }: TableContext): TableEntry {
  const columns = columnEntries(schema, table, singular, domains);
  const isPerson = people.test(singular) || columns.some(({ role }) => role === 'birth' || role === 'lastName');
  const key = table.primaryKey.length === 1 ? columns.find(({ name }) => name === table.primaryKey[0]) : undefined;
  return { name: table.name, sql: quoteName(table.name), alias, singular, plural: pluralOf(singular), synonyms: synonymsOf(table, singular, taken), isPerson, kind: kindOf(table), key, naming: namingOf(columns), columns };
}

function synonymsOf(table: Table, singular: string, taken: Set<string>): TableName[] {
  const last = singular.split(' ').at(-1) ?? '';
  const compound = singular === last ? [] : (tableSynonyms[last] ?? []).map((word) => singular.replace(new RegExp(`${last}$`), word));
  const names = [...namesInComment(table.comment).map(singularOf), ...(tableSynonyms[singular] ?? compound)].filter((name) => !taken.has(name));
  for (const name of names) taken.add(name);
  return names.map((name) => ({ singular: name, plural: pluralOf(name) }));
}

function kindOf(table: Table): TableEntry['kind'] {
  if (table.kind === 'view') return 'view';
  const joining = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  const own = table.columns.filter(({ name }) => !joining.has(name) && !table.primaryKey.includes(name));
  return table.foreignKeys.length === 2 && own.length === 0 ? 'link' : 'thing';
}

/** A name or title; a first and a last name; a code; a street. */
function namingOf(columns: readonly ColumnEntry[]): ColumnEntry[] {
  const byRole = (role: ColumnEntry['role']): ColumnEntry[] => columns.filter((column) => column.role === role);
  const names = byRole('name');
  const best = names.find(({ names: [name] }) => /^(full name|name|title|label)$/.test(name)) ?? names[0];
  if (best !== undefined) return [best];
  const [first, last] = [byRole('firstName')[0], byRole('lastName')[0]];
  if (first !== undefined && last !== undefined) return [first, last];
  const street = byRole('street')[0];
  return street === undefined ? byRole('code').filter(({ nullable }) => !nullable).slice(0, 1) : [street];
}

function relationsOf(table: Table, tables: readonly TableEntry[]): Relation[] {
  const child = tables.find(({ name }) => name === table.name);
  return table.foreignKeys.flatMap((key) => {
    const parent = tables.find(({ name }) => name === key.referencedTable);
    const column = child?.columns.find(({ name }) => name === key.columns[0]);
    if (child === undefined || parent === undefined || column === undefined || key.columns.length > 1) return [];
    const role = splitName(column.name).replace(/ (id|key|no|number|code|fk)$/, '');
    const alone = table.foreignKeys.filter(({ referencedTable }) => referencedTable === key.referencedTable).length === 1;
    const isPlain = alone && table.name !== parent.name && (role === parent.singular || parent.singular.endsWith(` ${role}`) || role === column.name.toLowerCase());
    return [{ child, parent, column, parentKey: quotePart(key.referencedColumns[0] ?? ''), role: isPlain ? parent.singular : role, isPlain }];
  });
}

function linksOf(relations: readonly Relation[]): Link[] {
  const ofLinks = relations.filter(({ child }) => child.kind === 'link');
  return ofLinks.flatMap((from) => ofLinks.filter((to) => to.child === from.child && to.parent !== from.parent).map((to) => ({ from, to })));
}
