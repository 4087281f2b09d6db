import { cancelled } from '@sqlwright/errors';
import type { DatabaseSchema } from '@sqlwright/schema';
import pg from 'pg';
import type { Database, QueryResult, ReadLimits, ValueDomains } from '../database.ts';
import { introspect } from '../introspect/introspect.ts';
import { queryFailed, timedOut, unavailable } from '../query-errors.ts';
import { readDomains } from '../read-domains.ts';
import { toQueryResult } from '../to-query-result.ts';
import { textTypes } from './text-types.ts';

const connectionSeconds = 10;

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

  constructor(url: string) {
    this.#place = placeOf(url);
    this.#pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: connectionSeconds * 1000, allowExitOnIdle: true });
    // A connection lost while idle is replaced at the next use; without a listener it would end the process.
    this.#pool.on('error', () => undefined);
  }

  async check(): Promise<void> {
    const client = await this.#connect().catch(async (error: unknown) => {
      await this.#pool.end();
      throw error;
    });
    client.release();
  }

  async read(sql: string, limits: ReadLimits): Promise<QueryResult> {
    if (limits.signal?.aborted === true) throw cancelled();
    const client = await this.#connect();
    const cancel = (): void => void this.#cancel(client);
    limits.signal?.addEventListener('abort', cancel, { once: true });
    let broken = false;
    try {
      return toQueryResult(await this.#fetch(client, sql, limits), limits.maxRows);
    } catch (error) {
      broken = isConnectionError(error);
      throw this.#translate(error, limits);
    } finally {
      limits.signal?.removeEventListener('abort', cancel);
      await client.query('ROLLBACK').catch(() => (broken = true));
      client.release(broken);
    }
  }

  async execute(sql: string): Promise<void> {
    const client = await this.#connect();
    try {
      await client.query(sql);
    } catch (error) {
      throw queryFailed(error as Error, sqlStateOf(error));
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
    await this.#pool.end();
  }

  async #fetch(client: pg.PoolClient, sql: string, limits: ReadLimits): Promise<{ columns: string[]; rows: unknown[][] }> {
    await client.query('BEGIN READ ONLY');
    // The guard reads backslashes in strings as the standard does; so must the server.
    await client.query(`SET LOCAL statement_timeout = ${Math.ceil(limits.seconds * 1000)}; SET LOCAL standard_conforming_strings = on`);
    // `queryMode: extended` lets the server take one statement only; the cursor takes SELECT and VALUES only.
    await client.query({ text: `DECLARE answer NO SCROLL CURSOR FOR ${sql}`, queryMode: 'extended' } as pg.QueryConfig);
    const result = await client.query({ text: `FETCH ${limits.maxRows + 1} FROM answer`, rowMode: 'array', types: textTypes });
    return { columns: result.fields.map(({ name }) => name), rows: result.rows };
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw unavailable(this.#place, error);
    }
  }

  async #cancel(client: pg.PoolClient): Promise<void> {
    const { processID } = client as unknown as { processID: number };
    await this.#pool.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => undefined);
  }

  #translate(error: unknown, limits: ReadLimits): unknown {
    if (limits.signal?.aborted === true) return cancelled(error);
    const state = sqlStateOf(error);
    if (state === '57014') return timedOut(limits.seconds);
    if (isConnectionError(error)) return unavailable(this.#place, error);
    return queryFailed(error as Error, state);
  }
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
  const state = sqlStateOf(error);
  return state === undefined || state.startsWith('08') || state.startsWith('57P');
}
