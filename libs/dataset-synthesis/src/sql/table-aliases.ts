import { tokenAt, type StatementDraft } from './statement-draft.ts';
import { columnNames, isFields, parseTree, visitNodes, type Fields } from './syntax-tree.ts';

/** The alias that each table gets wherever it has one. */
export type TableAliases = ReadonlyMap<string, string>;

interface AliasedTable {
  readonly table: string;
  readonly alias: string;
  readonly location: unknown;
}

/** Takes for each table the alias that most statements give it; what is no SQL is passed over. */
export async function commonAliases(statements: readonly string[]): Promise<TableAliases> {
  const counts = new Map<string, number>();
  for (const sql of statements) {
    const tree = await parseTree(sql).catch(() => undefined);
    for (const { table, alias } of aliasedTables(tree)) counts.set(`${table} ${alias}`, (counts.get(`${table} ${alias}`) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1));
  const aliases = new Map<string, string>();
  for (const [table = '', alias = ''] of ranked.map(([pair]) => pair.split(' '))) {
    if (!aliases.has(table) && ![...aliases.values()].includes(alias)) aliases.set(table, alias);
  }
  return aliases;
}

/** Gives each table its common alias, where the statement gives every aliased table one alias of its own. */
export function renameAliases(draft: StatementDraft, common: TableAliases): void {
  const tables = aliasedTables(draft.tree);
  const renamed = new Map(tables.map(({ table, alias }) => [alias, common.get(table) ?? alias]));
  if (!isOneToOne(tables) || new Set(renamed.values()).size < renamed.size) return;
  const others = otherNames(draft.tree, renamed);
  if ([...renamed].some(([alias, name]) => alias !== name && others.has(name))) return;
  for (const { alias, location } of tables) replaceAlias(draft, tokenAt(draft, location) + 1, renamed.get(alias) ?? alias);
  visitNodes(draft.tree, (kind, fields) => {
    const qualifier = kind === 'ColumnRef' ? renamed.get(qualifierOf(fields) ?? '') : undefined;
    if (qualifier !== undefined) draft.texts[tokenAt(draft, fields['location'])] = qualifier;
  });
}

function replaceAlias(draft: StatementDraft, index: number, name: string): void {
  const word = draft.tokens[index]?.text.toUpperCase() === 'AS' ? index + 1 : index;
  if (word > index) draft.texts[index] = '';
  draft.texts[word] = name;
}

/** Tables with an alias; those of a named schema are left alone. */
function aliasedTables(tree: unknown): AliasedTable[] {
  const tables: AliasedTable[] = [];
  visitNodes(tree, (kind, { relname, schemaname, alias, location }) => {
    const name = isFields(alias) && alias['colnames'] === undefined ? alias['aliasname'] : undefined;
    if (kind === 'RangeVar' && schemaname === undefined && typeof relname === 'string' && typeof name === 'string') tables.push({ table: relname, alias: name, location });
  });
  return tables;
}

function isOneToOne(tables: readonly AliasedTable[]): boolean {
  const pairs = new Set(tables.map(({ table, alias }) => `${table} ${alias}`));
  return new Set(tables.map(({ table }) => table)).size === pairs.size && new Set(tables.map(({ alias }) => alias)).size === pairs.size;
}

/** Names that stand for tables otherwise: tables without an alias, subqueries, common table expressions, qualifiers of unknown origin. */
function otherNames(tree: unknown, renamed: ReadonlyMap<string, string>): Set<string> {
  const names = new Set<string>();
  visitNodes(tree, (kind, fields) => {
    const alias = isFields(fields['alias']) ? fields['alias']['aliasname'] : undefined;
    const own = kind === 'RangeVar' ? (alias ?? fields['relname']) : (alias ?? fields['ctename']);
    for (const name of [own, qualifierOf(fields)]) if (typeof name === 'string' && !renamed.has(name)) names.add(name);
  });
  return names;
}

function qualifierOf(fields: Fields): string | undefined {
  const parts = Array.isArray(fields['fields']) ? fields['fields'].length : 0;
  return parts > 1 ? columnNames({ ColumnRef: fields })[0] : undefined;
}
