import { columnLimits } from './column-limits.ts';
import type { DatabaseSchema } from './schema.ts';

/** The values that the schema itself lists, by enums and checks such as `x IN ('a', 'b')`. By `table.column`. Nothing of a row is in them, and no database is asked. */
export function schemaDomains({ enums, tables }: DatabaseSchema): Readonly<Record<string, readonly string[]>> {
  const listed = tables.filter(({ kind }) => kind === 'table').flatMap((table) => table.columns.map((column): [string, readonly string[]] => {
    const labels = enums.find(({ name }) => name === column.type)?.values;
    return [`${table.name}.${column.name}`, labels ?? columnLimits(table, column.name).values];
  }));
  return Object.fromEntries(listed.filter(([, values]) => values.length > 0));
}
