import { nearest, SqlwrightError } from '@sqlwright/errors';
import type { DatabaseSchema, ForeignKey, Table } from '../schema.ts';

/**
 * Fills in foreign keys that name no columns and checks that every key is over columns that exist.
 * @throws SqlwrightError ddl.invalid
 */
export function checkReferences(schema: DatabaseSchema): void {
  for (const table of schema.tables) {
    for (const key of [table.primaryKey, ...table.uniqueKeys]) requireColumns(table, key, 'a key of');
    for (const key of table.foreignKeys) checkForeignKey(schema, table, key);
  }
}

function checkForeignKey(schema: DatabaseSchema, table: Table, key: ForeignKey): void {
  requireColumns(table, key.columns, 'a foreign key of');
  const target = schema.tables.find(({ name }) => name === key.referencedTable);
  if (target === undefined) throw invalid(`The table "${table.name}" refers to a table "${key.referencedTable}" that is not defined`, key.referencedTable, schema.tables.map(({ name }) => name));
  if (key.referencedColumns.includes('')) key.referencedColumns = [...target.primaryKey];
  requireColumns(target, key.referencedColumns, `a foreign key of "${table.name}" to`);
}

function requireColumns(table: Table, columns: readonly string[], what: string): void {
  const known = table.columns.map(({ name }) => name);
  const missing = columns.find((column) => !known.includes(column));
  if (missing !== undefined) throw invalid(`The column "${missing}", in ${what} the table "${table.name}", is not defined`, missing, known);
}

function invalid(message: string, name: string, known: readonly string[]): SqlwrightError {
  const near = nearest(name, known);
  const hint = near === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean "${near}"?`;
  return new SqlwrightError('ddl.invalid', `${message}.`, { hint });
}
