import { cancelled, SqlwrightError } from '@sqlwright/errors';
import type { DatabaseSchema } from '@sqlwright/schema';
import pg from 'pg';
import { checkCost } from '../check-cost.ts';
import type { Database, QueryResult, ReadLimits, ValueDomains } from '../database.ts';
import { fetchWithin } from '../fetch-within.ts';
import { introspect } from '../introspect/introspect.ts';
import { queryFailed, setupFailed, timedOut, unavailable } from '../query-errors.ts';
import { readDomains } from '../read-domains.ts';
import { sessionSettings } from '../session-settings.ts';
import { textTypes } from './text-types.ts';
import { watchStatement } from './watch-statement.ts';

const connectionSeconds = 10;
const mostConnections = 4;

/**
 * Connects to a PostgreSQL server.
 * @param url `postgres://user:password@host:port/database`
 * @throws SqlwrightError database.unavailable
 */
export async function openPostgres(url: string): Promise<Database> {
  const database = new PostgresDatabase(url);
  await database.check();
  return database;
}

class PostgresDatabase implements Database {
  readonly kind = 'postgres';
  readonly #place: string;
  readonly #pool: pg.Pool;
  /** For the requests that cancel others: they must not wait for those. */
  readonly #control: pg.Pool;

  constructor(url: string) {
    this.#place = placeOf(url);
    this.#pool = makePool(url, mostConnections);
    this.#control = makePool(url, 1);
  }

  async check(): Promise<void> {
    const client = await this.#connect().catch(async (error: unknown) => {
      await this.close();
      throw error;
    });
    client.release();
  }

  async read(sql: string, limits: ReadLimits): Promise<QueryResult> {
    if (limits.signal?.aborted === true) throw cancelled();
    const client = await this.#begin(limits);
    const unwatch = watchStatement(client, limits, this.#control);
    let broken = false;
    try {
      return await run(client, sql, limits);
    } catch (error) {
      broken = isConnectionError(error);
      throw this.#translate(error, limits);
    } finally {
      await unwatch();
      if (!broken) await reset(client).catch(() => (broken = true));
      client.release(broken);
    }
  }

  async execute(sql: string): Promise<void> {
    const client = await this.#connect();
    try {
      await client.query(sql);
    } catch (error) {
      throw setupFailed(error as Error, sqlStateOf(error));
    } finally {
      client.release();
    }
  }

  introspect(): Promise<DatabaseSchema> {
    return introspect(this);
  }

  readDomains(schema: DatabaseSchema, maxValues?: number): Promise<ValueDomains> {
    return readDomains(this, schema, maxValues);
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#control.end()]);
  }

  /** A connection that was lost while idle is found out here, before anything ran, and the next one is tried. */
  async #begin(limits: ReadLimits): Promise<pg.PoolClient> {
    for (let attempt = 0; ; attempt += 1) {
      const client = await this.#connect();
      try {
        await client.query(`BEGIN READ ONLY; ${sessionSettings(limits.seconds)}`);
        return client;
      } catch (error) {
        client.release(true);
        if (attempt >= mostConnections || !isConnectionError(error)) throw this.#translate(error, limits);
      }
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw unavailable(this.#place, error);
    }
  }

  #translate(error: unknown, limits: ReadLimits): unknown {
    if (SqlwrightError.is(error)) return error;
    if (limits.signal?.aborted === true) return cancelled(error);
    const state = sqlStateOf(error);
    if (state === '57014') return timedOut(limits.seconds);
    if (isConnectionError(error)) return unavailable(this.#place, error);
    return queryFailed(error as Error, state);
  }
}

function makePool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: connectionSeconds * 1000, allowExitOnIdle: true, keepAlive: true });
  // A connection lost while idle is replaced at the next use, one lost at work fails its query; without listeners either would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** `queryMode: extended` lets the server take one statement only; the cursor takes SELECT and VALUES only. */
async function run(client: pg.PoolClient, sql: string, limits: ReadLimits): Promise<QueryResult> {
  if (limits.maxCost !== undefined) {
    const { rows } = await client.query<unknown[]>({ text: `EXPLAIN (FORMAT JSON) ${sql}`, rowMode: 'array', queryMode: 'extended' } as pg.QueryArrayConfig);
    checkCost(rows[0]?.[0], limits.maxCost);
  }
  await client.query({ text: `DECLARE answer NO SCROLL CURSOR FOR ${sql}`, queryMode: 'extended' } as pg.QueryConfig);
  return fetchWithin(async (count) => {
    const { fields, rows } = await client.query({ text: `FETCH ${count} FROM answer`, rowMode: 'array', types: textTypes });
    return { columns: fields.map(({ name }) => name), rows };
  }, limits);
}

/** Nothing of a statement stays: no setting, lock, cursor, temporary table or prepared statement. */
async function reset(client: pg.PoolClient): Promise<void> {
  await client.query('ROLLBACK');
  await client.query('DISCARD ALL');
}

function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed === undefined ? 'the given URL' : `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}${parsed.pathname}`;
}

function sqlStateOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Class 08 and 57P are lost connections and stopped servers; an error without SQLSTATE came from the socket. */
function isConnectionError(error: unknown): boolean {
  if (SqlwrightError.is(error)) return false;
  const state = sqlStateOf(error);
  return state === undefined || state.startsWith('08') || state.startsWith('57P');
}
