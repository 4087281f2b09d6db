import type { DatabaseSchema } from '@sqlwright/schema';
import type { RangeVar } from 'libpg-query';

/** The columns of every table that may be read, by its name in the model. */
export type SchemaIndex = ReadonlyMap<string, readonly string[]>;

const indexes = new WeakMap<DatabaseSchema, SchemaIndex>();

/** Indexes a schema once; a schema is plain data that nobody changes. */
export function schemaIndex(schema: DatabaseSchema): SchemaIndex {
  const known = indexes.get(schema);
  if (known !== undefined) return known;
  const made = new Map(schema.tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
  indexes.set(schema, made);
  return made;
}

/** The name that the model gives to a written table name, if it may be one of its tables. */
export function modelName({ catalogname, schemaname, relname }: RangeVar): string | undefined {
  // Without a schema, PostgreSQL looks into pg_catalog first, whose names all begin with pg_.
  if (catalogname !== undefined || relname === undefined || relname.startsWith('pg_')) return undefined;
  return schemaname === undefined || schemaname === 'public' ? relname : `${schemaname}.${relname}`;
}
