import { openPostgres } from '@sqlwright/database';

/**
 * Makes a database of its own on a PostgreSQL server, filled by statements, for some work with its URL; it is dropped afterwards.
 * @param server URL of any database of the server, as a user that may create databases
 * @throws SqlwrightError database.*, and what the work throws
 */
export async function withScratchDatabase<T>(server: string, statements: readonly string[], work: (url: string) => Promise<T>): Promise<T> {
  const name = `sqlwright_bench_ask_${process.pid}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await execute(server, [`CREATE DATABASE ${name}`]);
  try {
    await execute(url.href, statements);
    return await work(url.href);
  } finally {
    await execute(server, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]);
  }
}

async function execute(url: string, statements: readonly string[]): Promise<void> {
  const database = await openPostgres(url);
  try {
    for (const statement of statements) await database.execute(statement);
  } finally {
    await database.close();
  }
}
