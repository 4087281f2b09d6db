import { databaseSchemaSchema, spellType, type DatabaseSchema, type Table } from '@sqlwright/schema';
import type { Database, Value } from '../database.ts';
import { columnsQuery, constraintsQuery, enumsQuery, tablesQuery } from './catalog-queries.ts';

const limits = { maxRows: 100_000, seconds: 60 };

type Row = Readonly<Record<string, Value>>;

/** Reads the catalogs of a live database into the schema model; tables and columns in the order in which they were made. */
export async function introspect(database: Pick<Database, 'read'>): Promise<DatabaseSchema> {
  const tables = (await rows(database, tablesQuery)).map(toTable);
  const byName = new Map(tables.map((table) => [table.name, table]));
  for (const row of await rows(database, columnsQuery)) byName.get(text(row['table_name']))?.columns.push(toColumn(row));
  for (const row of await rows(database, constraintsQuery)) addConstraint(byName.get(text(row['table_name'])), row);
  const enums = (await rows(database, enumsQuery)).map((row) => ({ name: text(row['name']), values: names(row['labels']) }));
  return databaseSchemaSchema.parse({ enums, tables });
}

async function rows(database: Pick<Database, 'read'>, sql: string): Promise<Row[]> {
  const result = await database.read(sql, limits);
  return result.rows.map((row) => Object.fromEntries(result.columns.map((column, index) => [column, row[index] ?? null])));
}

function toTable(row: Row): Table {
  const kind = row['kind'] === 'view' ? 'view' : 'table';
  const table: Table = { name: text(row['name']), kind, columns: [], primaryKey: [], uniqueKeys: [], foreignKeys: [], checks: [] };
  return { ...table, ...optional('comment', row['comment']), ...optional('definition', row['definition']) };
}

function toColumn(row: Row): Table['columns'][number] {
  const base = { name: text(row['name']), type: spellType(text(row['type'])), nullable: row['nullable'] === true };
  return { ...base, ...optional('default', withoutSequence(row['default_expression'])), ...optional('comment', row['comment']) };
}

/** A default from a sequence belongs to the server, not to the model: `nextval` of a sequence that does not exist elsewhere. */
function withoutSequence(expression: Value | undefined): Value {
  return typeof expression === 'string' && !expression.startsWith('nextval(') ? expression : null;
}

function addConstraint(table: Table | undefined, row: Row): void {
  if (table === undefined) return;
  const columns = names(row['columns']);
  switch (row['kind']) {
    case 'p':
      table.primaryKey = columns;
      return;
    case 'u':
      table.uniqueKeys.push(columns);
      return;
    case 'f':
      table.foreignKeys.push({ columns, referencedTable: text(row['referenced_table']), referencedColumns: names(row['referenced_columns']) });
      return;
    case 'c':
      table.checks.push(text(row['expression']));
  }
}

function optional<Key extends string>(key: Key, value: Value | undefined): Partial<Record<Key, string>> {
  return typeof value === 'string' ? ({ [key]: value } as Record<Key, string>) : {};
}

function text(value: Value | undefined): string {
  return String(value ?? '');
}

function names(json: Value | undefined): string[] {
  return json === null || json === undefined ? [] : (JSON.parse(text(json)) as string[]);
}
