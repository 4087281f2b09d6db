import { quoteName, quotePart, type DatabaseSchema, type ForeignKey, type Table } from '@sqlwright/schema';
import { pluralOf, singularOf } from './english/inflect.ts';
import { splitName, tableNames } from './english/split-name.ts';
import { columnEntries } from './lexicon/column-entries.ts';
import type { ColumnEntry, Chain, Lexicon, Link, Relation, TableEntry, TableName, Way } from './lexicon/lexicon-types.ts';
import { isTaker } from './lexicon/event-words.ts';
import type { LexiconFile } from './lexicon/lexicon-file.ts';
import { namesInComment } from './lexicon/spoken-comment.ts';
import { fittingSynonyms, tableSynonyms } from './lexicon/synonyms.ts';
import { deedOf, keyRole } from './lexicon/key-role.ts';
import { isShortFor } from './lexicon/short-for.ts';
import { aliasesOf } from './lexicon/table-aliases.ts';

const peopleWords = /\b(customer|person|user|employee|staff|contact person|patient|author|member|student|client|teacher|driver|doctor|physician|nurse|agent|referee|mechanic|technician|accountant|manager|guest|player|borrower|instructor|owner|tenant|subscriber|visitor|passenger|therapist|reader|librarian|worker|candidate|applicant|attendee|participant|artist|actor|director|coach|trainer|pilot|pupil|donor|volunteer|judge|lawyer|composer|singer|musician|chef|cook|athlete|parent|child|translator|editor|creator|cashier|mechanic|courier|officer|adopter|staff member|user account|account holder|individual|resident|citizen|voter|traveller|traveler)$/;

/**
 * Says how people speak of a schema, by rules: what each table and column means, its names, what names a row, and what foreign keys stand for.
 * @param domains known values by `table.column`
 * @param edited what people have changed; it goes before the rules
 */
export function buildLexicon(schema: DatabaseSchema, domains: Readonly<Record<string, readonly string[]>>, edited?: LexiconFile): Lexicon {
  const aliases = aliasesOf(schema.tables.map(({ name }) => name));
  const singulars = tableNames(schema.tables.map(({ name }) => name)).map(singularOf);
  const taken = new Set(singulars.flatMap((name) => [name, pluralOf(name)]));
  const entries = schema.tables.map((table, index) => tableEntry(schema, table, singulars[index] ?? table.name, { alias: aliases.get(table.name) ?? 't', taken, tables: new Set(singulars), vocabulary: singulars.join(' '), domains, words: edited?.tables[table.name] }));
  const people = entries.filter(({ isPerson, kind }) => isPerson && kind === 'thing');
  const main = people.find(isTaker) ?? people[0];
  const tables = entries.map((entry) => ({ ...entry, isMain: entry === main }));
  const relations = schema.tables.flatMap((table) => relationsOf(table, tables, edited?.joins ?? {}));
  const chains = chainsOf(relations);
  return { tables, relations, links: linksOf(relations), chains, ways: waysOf(relations, chains) };
}

/** What is not counted, and the words for one of it. */
const massNouns: Readonly<Record<string, TableName>> = { staff: { singular: 'staff member', plural: 'staff' }, equipment: { singular: 'piece of equipment', plural: 'pieces of equipment' }, luggage: { singular: 'piece of luggage', plural: 'pieces of luggage' }, inventory: { singular: 'inventory item', plural: 'inventory items' }, stock: { singular: 'stock item', plural: 'stock items' }, feedback: { singular: 'feedback entry', plural: 'feedback entries' } };

interface TableContext {
  readonly alias: string;
  readonly taken: Set<string>;
  /** What the tables are called. */
  readonly tables: ReadonlySet<string>;
  /** The names of all tables. */
  readonly vocabulary: string;
  readonly domains: Readonly<Record<string, readonly string[]>>;
  readonly words: LexiconFile['tables'][string] | undefined;
}

function tableEntry(schema: DatabaseSchema, table: Table, singular: string, { alias, taken, tables, vocabulary, domains, words }: TableContext): TableEntry {
  const kind = kindOf(table);
  const columns = columnEntries(schema, table, singular, domains, words?.columns);
  const isPerson = words?.isPerson ?? (peopleWords.test(singular) || (kind !== 'view' && columns.some(({ role }) => role === 'birth' || role === 'lastName')));
  const key = table.primaryKey.length === 1 ? columns.find(({ name }) => name === table.primaryKey[0]) : undefined;
  const ruled = massNouns[singular] ?? { singular, plural: pluralOf(singular) };
  const own = { singular: words?.singular ?? ruled.singular, plural: words?.plural ?? ruled.plural };
  return { name: table.name, sql: quoteName(table.name), alias, ...own, salience: kind === 'view' ? 0.3 : 1, synonyms: words?.synonyms ?? synonymsOf(table, singular, { taken, tables, vocabulary }), isPerson, isMain: false, kind, key, naming: namingOf(columns, isPerson), columns };
}

/** Other words for the rows of a table, from its comment and from the dictionary; none that means something else here. */
function synonymsOf(table: Table, singular: string, { taken, tables, vocabulary }: Pick<TableContext, 'taken' | 'tables' | 'vocabulary'>): TableName[] {
  const last = singular.split(' ').at(-1) ?? '';
  const compound = singular === last ? [] : [...shortOf(last, tables), ...(tableSynonyms[last] ?? []).filter((word) => !unfit.test(word)).slice(0, 1).map((word) => singular.replace(new RegExp(`${last}$`), word))];
  const usual = tableSynonyms[singular] ?? compound;
  // Where there are customers and clients, neither is a buyer: nobody could tell which.
  const fitting = usual.some((name) => tables.has(name)) ? [] : usual;
  const names = [...new Set([...namesInComment(table.comment).map(singularOf), ...fitting])].filter((name) => !taken.has(name) && !table.columns.some((column) => column.name === name) && (fittingSynonyms[name]?.test(vocabulary) ?? true));
  for (const name of names) taken.add(name);
  return names.map((name) => ({ singular: name, plural: pluralOf(name) }));
}

const meagre = /^(item|line|detail|type|entry|history|map|mapping|log|record|group|status|set|list|link|data|code|value|option|number|part|info|note|field|event|relation|assignment)$/;

/** Words that say little behind another one: a sales purchase, a gym course. */
const unfit = / |^(purchase|course|group|society|title|item|mark|piece|case|act|patron)$/;

/** A gym class is a class where there are no others. */
function shortOf(last: string, tables: ReadonlySet<string>): string[] {
  const rivals = [...tables].filter((name) => name === last || name.endsWith(` ${last}`));
  return meagre.test(last) || rivals.length > 1 ? [] : [last];
}

function kindOf(table: Table): TableEntry['kind'] {
  if (table.kind === 'view') return 'view';
  const joining = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  const own = table.columns.filter(({ name }) => !joining.has(name) && !table.primaryKey.includes(name));
  return table.foreignKeys.length === 2 && own.length === 0 ? 'link' : 'thing';
}

/** A name or title; a first and a last name; a code; a street. */
function namingOf(columns: readonly ColumnEntry[], isPerson: boolean): ColumnEntry[] {
  const byRole = (role: ColumnEntry['role']): ColumnEntry[] => columns.filter((column) => column.role === role);
  const [first, last] = [byRole('firstName')[0], byRole('lastName')[0]];
  const names = byRole('name');
  if (first !== undefined && last !== undefined && (isPerson || names.length === 0)) return [first, last];
  const best = names.find(({ names: [name] }) => /^(full name|name|title|label|display name)$/.test(name)) ?? names[0];
  if (best !== undefined) return [best];
  // Where nothing else names a thing, what is always said of it in short does: the summary of an issue.
  const short = isPerson ? undefined : columns.find(({ role, nullable, names: [name] }) => role === 'text' && !nullable && /^(summary|description|topic)$/.test(name));
  if (short !== undefined) return [short];
  const street = byRole('street')[0];
  return street === undefined ? byRole('code').filter(({ nullable }) => !nullable).slice(0, 1) : [street];
}

function relationsOf(table: Table, tables: readonly TableEntry[], joins: Readonly<Record<string, string>>): Relation[] {
  const child = tables.find(({ name }) => name === table.name);
  return table.foreignKeys.flatMap((key) => {
    const parent = tables.find(({ name }) => name === key.referencedTable);
    const columns = key.columns.flatMap((name) => child?.columns.find((column) => column.name === name) ?? []);
    const column = tellingColumn(columns, table, key);
    if (child === undefined || parent === undefined || column === undefined) return [];
    const alone = table.foreignKeys.filter(({ referencedTable }) => referencedTable === key.referencedTable).length === 1;
    const named = columns.length > 1 && alone ? parent.singular : withoutKeyWord(splitName(column.name), parent.singular, splitName(key.referencedColumns.at(-1) ?? ''));
    const role = joins[`${table.name}.${column.name}`] ?? roleInWords(column.name, named, parent.singular);
    const isPlain = alone && table.name !== parent.name && (role === parent.singular || parent.singular.endsWith(` ${role}`) || role === column.name.toLowerCase());
    const deed = deedOf(named);
    const relation: Relation = { child, parent, column, columns, parentKeys: key.referencedColumns.map(quotePart), role: isPlain ? parent.singular : role, isPlain, ...(!isPlain && deed !== undefined ? { deed } : {}) };
    // The members of a branch are those whose home branch it is, where nothing else joins the two.
    const alsoPlain = !isPlain && alone && table.name !== parent.name && role.endsWith(` ${parent.singular}`);
    return alsoPlain ? [{ ...relation, role: parent.singular, isPlain: true }, relation] : [relation];
  });
}

function roleInWords(column: string, named: string, parent: string): string {
  return named === 'staff' ? 'staff member' : keyRole(ofThisParent(column, parent) ?? named, parent);
}

/** What is short for many words is short for the parent: `ref_id` for the referee, not the reference, where it points to one. */
function ofThisParent(column: string, parent: string): string | undefined {
  const words = column.toLowerCase().replace(/_(id|key|no|nr|num|number|code|cd|fk)$/, '').split('_');
  const last = parent.split(' ').at(-1) ?? parent;
  return isShortFor(words.at(-1) ?? '', last) ? [...words.slice(0, -1).map(splitName), parent].join(' ') : undefined;
}

/** `branch_id` is a branch, and `aircraft_tail` an aircraft, whose key is its `tail_no`. */
function withoutKeyWord(words: string, parent: string, referenced: string): string {
  const bare = words.replace(/ (id|key|no|number|code|fk)$/, '');
  return bare.startsWith(`${parent} `) && ` ${referenced} `.includes(` ${bare.slice(parent.length + 1)} `) ? parent : bare;
}

/** Of a key's columns the last that no other key of the table has: of `(tenant_id, customer_id)` the customer. */
function tellingColumn(columns: readonly ColumnEntry[], table: Table, key: ForeignKey): ColumnEntry | undefined {
  const others = new Set(table.foreignKeys.filter((other) => other !== key).flatMap((other) => other.columns));
  return columns.findLast(({ name }) => !others.has(name)) ?? columns.at(-1);
}

function chainsOf(relations: readonly Relation[]): Chain[] {
  const usable = relations.filter(({ child, parent }) => child.kind === 'thing' && child !== parent);
  const all = usable.flatMap((lower) => usable.filter((upper) => upper.child === lower.parent && upper.parent !== lower.child && lower.isPlain && upper.isPlain).map((upper) => ({ lower, upper })));
  // Where two ways lead from the one table to the other, "the loans of a branch" means the shorter one, and that through things rather than people.
  const isDirect = ({ lower, upper }: Chain): boolean => relations.some(({ child, parent }) => child === lower.child && parent === upper.parent);
  const alike = ({ lower, upper }: Chain): Chain[] => all.filter((other) => other.lower.child === lower.child && other.upper.parent === upper.parent);
  const best = (chains: readonly Chain[]): Chain | undefined => chains.find(({ lower }) => !lower.parent.isPerson) ?? chains[0];
  return all.filter((chain) => !isDirect(chain) && best(alike(chain)) === chain);
}

function waysOf(relations: readonly Relation[], chains: readonly Chain[]): Way[] {
  const short = chains.map(({ lower, upper }): Way => [lower, upper]);
  const further = chains.flatMap(({ lower, upper }) => relations.filter(({ child, parent, isPlain }) => isPlain && child === upper.parent && ![lower.child, lower.parent, upper.parent].includes(parent)).map((top): Way => [lower, upper, top]));
  const endsOf = (way: Way): string => `${way[0].child.name} ${topOfWay(way).name}`;
  const joined = new Set([...relations.map(({ child, parent }) => `${child.name} ${parent.name}`), ...short.map(endsOf)]);
  const open = further.filter((way) => !joined.has(endsOf(way)));
  // Of several ways between the same two the first through things: what a person has to do with both would be another question.
  const best = new Map([...open].reverse().sort((a, b) => peopleOn(b) - peopleOn(a)).map((way) => [endsOf(way), way]));
  return [...short, ...open.filter((way) => best.get(endsOf(way)) === way)];
}

function peopleOn(way: Way): number {
  return way.slice(0, -1).filter(({ parent }) => parent.isPerson).length;
}

/** The table at the upper end. */
export function topOfWay(way: Way): TableEntry {
  return (way.at(-1) ?? way[0]).parent;
}

function linksOf(relations: readonly Relation[]): Link[] {
  const ofLinks = relations.filter(({ child }) => child.kind === 'link');
  return ofLinks.flatMap((from) => ofLinks.filter((to) => to.child === from.child && to.parent !== from.parent).map((to) => ({ from, to })));
}
