import { createHash } from 'node:crypto';
import type { DatabaseSchema, Table } from './schema.ts';

/**
 * sha256 over what a query can depend on: tables, columns and their types, keys, enums. The order of tables and keys, comments,
 * defaults and checks do not count, so that a schema read from DDL and the same one read from a database agree.
 */
export function fingerprintSchema(schema: DatabaseSchema): string {
  const tables = schema.tables.map(essence).sort((a, b) => (a.name < b.name ? -1 : 1));
  const enums = schema.enums.map(({ name, values }) => ({ name, values })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return createHash('sha256').update(JSON.stringify({ tables, enums })).digest('hex');
}

function essence(table: Table): { name: string } & Record<string, unknown> {
  const isView = table.kind === 'view';
  return {
    name: table.name,
    kind: table.kind,
    // A view's types are known exactly only to a database: its names must do.
    columns: table.columns.map(({ name, type }) => (isView ? name : `${name} ${type}`)),
    primaryKey: table.primaryKey,
    foreignKeys: table.foreignKeys.map((key) => `${key.columns.join()}>${key.referencedTable}(${key.referencedColumns.join()})`).sort(),
  };
}
