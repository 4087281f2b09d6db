import type { DatabaseSchema, Table } from '@sqlwright/schema';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import type { Database, ValueDomains } from './database.ts';

const defaultMaxValues = 200;
const readSeconds = 20;
const textTypes = /^(varchar|char|text|citext)\b/;

/** Builds SQL only; what it builds runs through `Database.read` with its limits. */
const builder = new Kysely<Record<string, Record<string, unknown>>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/**
 * Reads the values of text and enum columns that hold at most `maxValues` different ones, the most frequent first.
 * A column with more is left out: its values are data, not vocabulary. A key's too.
 */
export async function readDomains(database: Database, schema: DatabaseSchema, maxValues = defaultMaxValues): Promise<ValueDomains> {
  const domains: Record<string, readonly string[]> = {};
  for (const table of schema.tables.filter(({ kind }) => kind === 'table')) {
    for (const column of vocabularyColumns(schema, table)) {
      const values = await readValues(database, table.name, column, maxValues);
      if (values !== undefined) domains[`${table.name}.${column}`] = values;
    }
  }
  return domains;
}

function vocabularyColumns(schema: DatabaseSchema, table: Table): string[] {
  const enums = new Set(schema.enums.map(({ name }) => name));
  return table.columns.filter(({ name, type }) => !table.primaryKey.includes(name) && (textTypes.test(type) || enums.has(type))).map(({ name }) => name);
}

async function readValues(database: Database, table: string, column: string, maxValues: number): Promise<string[] | undefined> {
  const value = sql.ref(column);
  const query = builder
    .selectFrom(sql.table(table).as('source'))
    .select(sql<string>`${value}::text`.as('value'))
    .where(value, 'is not', null)
    .groupBy(value)
    .orderBy(sql`count(*) desc, 1`)
    .limit(sql<number>`${sql.lit(maxValues + 1)}`);
  const { rows } = await database.read(query.compile().sql, { maxRows: maxValues + 1, seconds: readSeconds });
  return rows.length > maxValues || rows.length === 0 ? undefined : rows.map(([text]) => String(text));
}
