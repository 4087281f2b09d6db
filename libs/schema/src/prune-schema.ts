import type { DatabaseSchema } from './schema.ts';

/** The schema with the named tables only, foreign keys between them, and the enums that they use. */
export function pruneSchema(schema: DatabaseSchema, names: readonly string[]): DatabaseSchema {
  const tables = schema.tables
    .filter(({ name }) => names.includes(name))
    .map((table) => ({ ...table, foreignKeys: table.foreignKeys.filter(({ referencedTable }) => names.includes(referencedTable)) }));
  const types = new Set(tables.flatMap(({ columns }) => columns.map(({ type }) => type.replace('[]', ''))));
  return { enums: schema.enums.filter(({ name }) => types.has(name)), tables };
}
