import type { DatabaseSchema, Table } from '@sqlwright/schema';
import type { RangeVar } from 'libpg-query';

/** A table as a statement may see it. */
export interface ReadableTable {
  readonly columns: readonly string[];
  /** Columns that it has and that may not be read. */
  readonly hidden: ReadonlySet<string>;
  /** Nothing tells its columns: any name may be one. */
  readonly open?: boolean;
}

/** The tables that may be read, by their names in the model. */
export interface ReadableTables {
  find(name: string): ReadableTable | undefined;
}

const none: ReadonlySet<string> = new Set();
const made = new WeakMap<DatabaseSchema, WeakMap<readonly string[], ReadableTables>>();

/**
 * What may be read of a schema. It is worked out once: a schema and a deny-list are plain data that nobody changes.
 * @param denied `table`, `table.column` and `*.column`
 */
export function readableTables(schema: DatabaseSchema | undefined, denied: readonly string[]): ReadableTables {
  if (schema === undefined) return anyTable(denied);
  const bySchema = made.get(schema) ?? new WeakMap<readonly string[], ReadableTables>();
  made.set(schema, bySchema);
  const known = bySchema.get(denied) ?? knownTables(schema, denied);
  bySchema.set(denied, known);
  return known;
}

function knownTables(schema: DatabaseSchema, denied: readonly string[]): ReadableTables {
  const tables = new Map(schema.tables.filter(({ name }) => !deniesTable(denied, name)).map((table) => [table.name, withoutDenied(table, denied)]));
  return { find: (name) => tables.get(name) };
}

/** A denied column that the schema does not name may be in the database all the same. */
function withoutDenied({ name, columns }: Table, denied: readonly string[]): ReadableTable {
  const hidden = new Set(denied.flatMap((entry) => deniedColumn(entry, name) ?? []));
  return { columns: columns.map((column) => column.name).filter((column) => !hidden.has(column)), hidden };
}

/** Whether a deny-list names the table. */
export function deniesTable(denied: readonly string[], table: string): boolean {
  return denied.includes(table);
}

/** Whether a deny-list names the column of the table, or the column of any table. */
export function deniesColumn(denied: readonly string[], table: string, column: string): boolean {
  return denied.some((entry) => deniedColumn(entry, table) === column);
}

function deniedColumn(entry: string, table: string): string | undefined {
  const end = entry.lastIndexOf('.');
  return end !== -1 && (entry.slice(0, end) === table || entry.startsWith('*.')) ? entry.slice(end + 1) : undefined;
}

/** Without a schema any table but the server's own may be read, whose name does not say that it keeps secrets. */
function anyTable(denied: readonly string[]): ReadableTables {
  return {
    find: (name) => {
      if (deniesTable(denied, name) || soundsSecret(name) || /^(information_schema|pg_\w*)\./.test(name)) return undefined;
      const hidden = denied.flatMap((entry) => deniedColumn(entry, name) ?? []);
      return { columns: [], hidden: hidden.length === 0 ? none : new Set(hidden), open: true };
    },
  };
}

const secretWords = /(^|[._])(pass|passwd|passwords?|passphrase|pwd|secrets?|credentials?|(api|private|secret)_?keys?|(access|auth|refresh)_?tokens?|shadow)([._]|$)/;

/** Whether a name says that what it holds is for nobody's eyes. */
export function soundsSecret(name: string): boolean {
  return secretWords.test(name.toLowerCase());
}

/** The name that the model gives to a written table name, if it may be one of its tables. */
export function modelName({ catalogname, schemaname, relname }: RangeVar): string | undefined {
  // Without a schema, PostgreSQL looks into pg_catalog first, whose names all begin with pg_.
  if (catalogname !== undefined || relname === undefined || relname.startsWith('pg_')) return undefined;
  return schemaname === undefined || schemaname === 'public' ? relname : `${schemaname}.${relname}`;
}
