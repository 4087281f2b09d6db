/**
 * The first query of a transaction: it fixes what a statement of another hand could else depend on or change. After it, SET TRANSACTION
 * READ WRITE is refused. Names without a schema mean PostgreSQL's own or those of `public`, temporary tables come last, and backslashes in strings
 * are read as the guard reads them.
 * @param seconds longest run of a statement
 */
export function sessionSettings(seconds: number): string {
  const settings = {
    statement_timeout: String(Math.max(1, Math.ceil(seconds * 1000))),
    lock_timeout: '1000',
    idle_in_transaction_session_timeout: String(Math.ceil(seconds * 1000) + 30_000),
    standard_conforming_strings: 'on',
    search_path: 'pg_catalog, public, pg_temp',
    datestyle: 'ISO, MDY',
    intervalstyle: 'postgres',
    jit: 'off',
  };
  return `SELECT ${Object.entries(settings).map(([name, value]) => `pg_catalog.set_config('${name}', '${value}', true)`).join(', ')}`;
}
