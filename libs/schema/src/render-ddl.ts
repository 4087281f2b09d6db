import { quoteLiteral, quoteName, quotePart } from './quote.ts';
import type { Column, DatabaseSchema, EnumType, ForeignKey, Table } from './schema.ts';

/** Renders PostgreSQL DDL that creates the schema in an empty database: enums, tables, foreign keys after them, views, comments. */
export function renderDdl(schema: DatabaseSchema): string {
  const tables = schema.tables.filter((table) => table.kind === 'table');
  const views = schema.tables.filter((table) => table.kind === 'view');
  const statements = [
    ...renderNamespaces(schema),
    ...schema.enums.map(renderEnum),
    ...tables.map((table) => renderTable(table, [])),
    ...tables.flatMap(renderAddedForeignKeys),
    ...views.map(renderView),
    ...schema.tables.flatMap(renderComments),
  ];
  return statements.map((statement) => `${statement};\n`).join('\n');
}

/** Renders the tables and enums for a reader, a person or a model: foreign keys inside the table, no views' bodies. */
export function renderTableDefinitions(schema: DatabaseSchema): string {
  const statements = [
    ...schema.enums.map(renderEnum),
    ...schema.tables.map((table) => renderTable(table, table.foreignKeys)),
    ...schema.tables.flatMap(renderComments),
  ];
  return statements.map((statement) => `${statement};`).join('\n');
}

function renderNamespaces(schema: DatabaseSchema): string[] {
  const names = [...schema.tables, ...schema.enums].map((object) => object.name);
  const namespaces = new Set(names.filter((name) => name.includes('.')).map((name) => name.split('.')[0] ?? ''));
  return [...namespaces].map((namespace) => `CREATE SCHEMA IF NOT EXISTS ${quotePart(namespace)}`);
}

function renderEnum(type: EnumType): string {
  return `CREATE TYPE ${quoteName(type.name)} AS ENUM (${type.values.map(quoteLiteral).join(', ')})`;
}

function renderTable(table: Table, foreignKeys: readonly ForeignKey[]): string {
  const lines = [
    ...table.columns.map((column) => renderColumn(column, table)),
    ...(table.primaryKey.length > 1 ? [`PRIMARY KEY ${columnList(table.primaryKey)}`] : []),
    ...table.uniqueKeys.map((key) => `UNIQUE ${columnList(key)}`),
    ...table.checks.map((check) => `CHECK (${check})`),
    ...foreignKeys.map(renderForeignKey),
  ];
  return `CREATE TABLE ${quoteName(table.name)} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`;
}

function renderColumn(column: Column, table: Table): string {
  const isKey = table.primaryKey.length === 1 && table.primaryKey[0] === column.name;
  const parts = [quotePart(column.name), column.type];
  if (isKey) parts.push('PRIMARY KEY');
  else if (!column.nullable) parts.push('NOT NULL');
  if (column.default !== undefined) parts.push(`DEFAULT ${column.default}`);
  return parts.join(' ');
}

function renderForeignKey(key: ForeignKey): string {
  return `FOREIGN KEY ${columnList(key.columns)} REFERENCES ${quoteName(key.referencedTable)} ${columnList(key.referencedColumns)}`;
}

function renderAddedForeignKeys(table: Table): string[] {
  return table.foreignKeys.map((key) => `ALTER TABLE ${quoteName(table.name)} ADD ${renderForeignKey(key)}`);
}

function renderView(view: Table): string {
  return `CREATE VIEW ${quoteName(view.name)} AS ${(view.definition ?? '').replace(/;\s*$/, '')}`;
}

function renderComments(table: Table): string[] {
  const noun = table.kind === 'view' ? 'VIEW' : 'TABLE';
  const own = table.comment === undefined ? [] : [`COMMENT ON ${noun} ${quoteName(table.name)} IS ${quoteLiteral(table.comment)}`];
  const ofColumns = table.columns
    .filter((column) => column.comment !== undefined)
    .map((column) => `COMMENT ON COLUMN ${quoteName(table.name)}.${quotePart(column.name)} IS ${quoteLiteral(column.comment ?? '')}`);
  return [...own, ...ofColumns];
}

function columnList(columns: readonly string[]): string {
  return `(${columns.map(quotePart).join(', ')})`;
}
