import type { Database } from '@sqlwright/database';
import { quoteName, type DatabaseSchema } from '@sqlwright/schema';
import { tryToExecute } from './try-to-execute.ts';

const comparable = /^(date|timestamp|numeric|decimal|integer|bigint|smallint|real|double|varchar|char|text)/;

/** Gives the same few rows the greatest value of every column, and others the smallest: what is asked for alone may be several, and rows may be alike. Keys are left alone. */
export async function plantTies(database: Database, schema: DatabaseSchema): Promise<void> {
  for (const { name, kind, columns, primaryKey, foreignKeys } of schema.tables) {
    if (kind !== 'table') continue;
    const keys = new Set([...primaryKey, ...foreignKeys.flatMap((key) => key.columns)]);
    for (const column of columns.filter((one) => comparable.test(one.type) && !keys.has(one.name))) {
      await plantTie(database, quoteName(name), quoteName(column.name), 'max', 3);
      await plantTie(database, quoteName(name), quoteName(column.name), 'min', 5);
    }
  }
}

async function plantTie(database: Database, table: string, column: string, extreme: 'max' | 'min', offset: number): Promise<void> {
  const rows = `SELECT ctid FROM ${table} ORDER BY ctid OFFSET ${offset} LIMIT 2`;
  await tryToExecute(database, `UPDATE ${table} SET ${column} = (SELECT ${extreme}(${column}) FROM ${table}) WHERE ctid IN (${rows})`);
}
