import type { DatabaseSchema, Table } from '@sqlwright/schema';
import type { ColumnRef, RangeVar, SelectStmt } from 'libpg-query';

/** The tables that a name may mean at one place of a statement. */
export interface TableScope {
  /** By alias; what is no table of the schema is left out. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly parent: TableScope | undefined;
  /** All tables that the statement reads, for columns that come through a subquery. */
  readonly everywhere: readonly Table[];
  readonly schema: DatabaseSchema;
}

/** The tables in the FROM clause of one SELECT, those of its subqueries left out. */
export function selectTables(select: SelectStmt, schema: DatabaseSchema): Map<string, Table> {
  return new Map(rangeVars(select.fromClause, true).flatMap((range) => {
    const table = tableOf(range, schema);
    return table === undefined ? [] : [[range.alias?.aliasname ?? range.relname ?? '', table] as const];
  }));
}

/** All tables of the schema that a tree names. */
export function queryTables(tree: unknown, schema: DatabaseSchema): Table[] {
  return [...new Set(rangeVars(tree, false).flatMap((range) => tableOf(range, schema) ?? []))];
}

/** The `table.column` that a name means, if it is sure. */
export function resolveColumn({ fields }: ColumnRef, scope: TableScope): string | undefined {
  const parts = (fields ?? []).map((field) => ('String' in field ? (field.String.sval ?? '') : '*'));
  const column = parts.at(-1) ?? '';
  const table = owner(column, parts.at(-2), scope) ?? only(scope.everywhere.filter((candidate) => hasColumn(candidate, column)));
  return table === undefined ? undefined : `${table.name}.${column}`;
}

function owner(column: string, qualifier: string | undefined, scope: TableScope): Table | undefined {
  const named = qualifier === undefined ? [...scope.tables.values()] : [scope.tables.get(qualifier)].filter((table) => table !== undefined);
  const found = named.find((table) => hasColumn(table, column));
  if (found !== undefined) return found;
  return scope.parent === undefined ? undefined : owner(column, qualifier, scope.parent);
}

function only(tables: readonly Table[]): Table | undefined {
  return tables.length === 1 ? tables[0] : undefined;
}

function hasColumn(table: Table, column: string): boolean {
  return table.columns.some(({ name }) => name === column);
}

function tableOf({ schemaname, relname }: RangeVar, schema: DatabaseSchema): Table | undefined {
  const written = schemaname === undefined || schemaname === 'public' ? relname : `${schemaname}.${relname ?? ''}`;
  return schema.tables.find(({ name }) => name === written);
}

function rangeVars(tree: unknown, staysOutside: boolean): RangeVar[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([type, value]) => {
    if (type === 'RangeVar') return [value as RangeVar];
    return staysOutside && type === 'RangeSubselect' ? [] : rangeVars(value, staysOutside);
  });
}
