import { quoteLiteral, quoteName, quotePart, type DatabaseSchema } from '@sqlwright/schema';

export interface ReaderRole {
  readonly name: string;
  /** The tables and columns that it may read. */
  readonly schema: DatabaseSchema;
  /** Longest run of a statement, in seconds. */
  readonly seconds: number;
  /** Connections at the same time. */
  readonly connections?: number;
}

/**
 * The SQL that makes, or brings up to date, a role that may read the columns of the schema and nothing else: no writing, no temporary tables
 * of its own making, time limits, few connections. Run it as a user that may create roles and owns the tables.
 */
export function renderReaderRole({ name, schema, seconds, connections = 10 }: ReaderRole): string {
  const role = quotePart(name);
  const milliseconds = Math.ceil(seconds * 1000);
  const schemas = [...new Set(schema.tables.map((table) => (table.name.includes('.') ? (table.name.split('.')[0] ?? '') : 'public')))].map(quotePart);
  return `${[
    `DO $do$ BEGIN IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = ${quoteLiteral(name)}) THEN CREATE ROLE ${role} LOGIN; END IF; END $do$;`,
    `ALTER ROLE ${role} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT CONNECTION LIMIT ${connections};`,
    ...['default_transaction_read_only = on', `statement_timeout = ${milliseconds}`, 'lock_timeout = 1000', 'idle_in_transaction_session_timeout = 60000', "search_path = 'public'"].map((setting) => `ALTER ROLE ${role} SET ${setting};`),
    `DO $do$ BEGIN EXECUTE pg_catalog.format('REVOKE ALL ON DATABASE %I FROM ${role}; GRANT CONNECT ON DATABASE %1$I TO ${role}', pg_catalog.current_database()); END $do$;`,
    ...schemas.flatMap((written) => [`REVOKE ALL ON ALL TABLES IN SCHEMA ${written} FROM ${role};`, `REVOKE ALL ON SCHEMA ${written} FROM ${role};`, `GRANT USAGE ON SCHEMA ${written} TO ${role};`]),
    ...schema.tables.map((table) => `GRANT SELECT (${table.columns.map((column) => quotePart(column.name)).join(', ')}) ON ${quoteName(qualified(table.name))} TO ${role};`),
  ].join('\n')}\n`;
}

function qualified(table: string): string {
  return table.includes('.') ? table : `public.${table}`;
}
