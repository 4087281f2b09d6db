import type { DatabaseSchema, Table } from './schema.ts';

/**
 * What of the `expected` schema a live database lacks or holds otherwise, a line each. What it has besides does no harm to a query and is
 * not named; nor are widths and the difference between types of one family, such as integer and bigint.
 */
export function compareSchemas(expected: DatabaseSchema, live: DatabaseSchema): string[] {
  return expected.tables.flatMap((table) => {
    const found = live.tables.find(({ name }) => name === table.name);
    return found === undefined ? [`the ${table.kind} "${table.name}" is missing`] : compareColumns(table, found);
  });
}

function compareColumns(expected: Table, live: Table): string[] {
  return expected.columns.flatMap((column) => {
    const found = live.columns.find(({ name }) => name === column.name);
    if (found === undefined) return [`the column "${expected.name}.${column.name}" is missing`];
    const differs = expected.kind === 'table' && typeFamily(found.type) !== typeFamily(column.type);
    return differs ? [`the column "${expected.name}.${column.name}" is ${found.type}, not ${column.type}`] : [];
  });
}

const families: readonly (readonly [string, RegExp])[] = [
  ['text', /^(varchar|char|text|citext|name)\b/],
  ['number', /^(smallint|integer|bigint|numeric|decimal|real|double precision|money)\b/],
  ['moment', /^(date|timestamp|timestamptz)\b/],
];

function typeFamily(type: string): string {
  return families.find(([, pattern]) => pattern.test(type))?.[0] ?? type;
}
