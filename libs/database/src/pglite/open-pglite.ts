import { cancelled, SqlwrightError } from '@sqlwright/errors';
import type { DatabaseSchema } from '@sqlwright/schema';
import type { Database, QueryResult, ReadLimits, ValueDomains } from '../database.ts';
import { introspect } from '../introspect/introspect.ts';
import { asTooCostly, queryFailed, setupFailed, timedOut } from '../query-errors.ts';
import { readDomains } from '../read-domains.ts';
import { WorkerConnection, WorkerSqlError } from './worker-connection.ts';

/** A database whose content can be kept in a file, to be opened again in a fraction of the time. */
export interface SavableDatabase extends Database {
  /** Writes all of it to a file, some 40 MB at least. */
  save(file: string): Promise<void>;
}

/**
 * Opens a PostgreSQL in this process (PGlite, in memory): empty, or with what a file of `save` holds. It must be closed, else the process stays alive.
 * Measured: 2 to 4 s for an empty one, 0.5 s from a file.
 */
export function openPglite({ snapshot }: { readonly snapshot?: string } = {}): Promise<SavableDatabase> {
  return Promise.resolve(new PgliteDatabase(snapshot));
}

class PgliteDatabase implements SavableDatabase {
  readonly kind = 'pglite';
  readonly #snapshot: string | undefined;
  #connection: WorkerConnection;
  /** What was executed, to build the database again after a statement that had to be ended. */
  readonly #setup: string[] = [];
  /** Statements run one after the other: there is one session. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(snapshot: string | undefined) {
    this.#snapshot = snapshot;
    this.#connection = new WorkerConnection({ snapshot });
  }

  save(file: string): Promise<void> {
    return this.#enqueue(async () => void (await this.#connection.send({ kind: 'save', sql: file })));
  }

  read(sql: string, limits: ReadLimits): Promise<QueryResult> {
    return this.#enqueue(() => this.#readWithin(sql, limits));
  }

  execute(sql: string): Promise<void> {
    return this.#enqueue(async () => {
      await this.#translated(this.#connection.send({ kind: 'execute', sql }), setupFailed);
      this.#setup.push(sql);
    });
  }

  introspect(): Promise<DatabaseSchema> {
    return introspect(this);
  }

  readDomains(schema: DatabaseSchema, maxValues?: number): Promise<ValueDomains> {
    return readDomains(this, schema, maxValues);
  }

  async close(): Promise<void> {
    await this.#connection.terminate(new SqlwrightError('database.unavailable', 'The database was closed.', { hint: 'Open it again.' }));
  }

  async #readWithin(sql: string, limits: ReadLimits): Promise<QueryResult> {
    if (limits.signal?.aborted === true) throw cancelled();
    // The time of a statement begins when the database stands, not while a new thread still starts.
    await this.#translated(this.#connection.send({ kind: 'execute', sql: '' }));
    const stop = (reason: Error): void => void this.#restart(reason);
    const timer = setTimeout(() => stop(timedOut(limits.seconds)), limits.seconds * 1000);
    const onAbort = (): void => stop(cancelled());
    limits.signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await this.#translated(this.#connection.send({ kind: 'read', sql, limits: withoutSignal(limits) }));
    } finally {
      clearTimeout(timer);
      limits.signal?.removeEventListener('abort', onAbort);
    }
  }

  /** A new thread takes over at once; messages to it wait until its database stands. */
  async #restart(reason: Error): Promise<void> {
    const ended = this.#connection;
    this.#connection = new WorkerConnection({ snapshot: this.#snapshot });
    for (const sql of this.#setup) void this.#connection.send({ kind: 'execute', sql }).catch(() => undefined);
    await ended.terminate(reason);
  }

  async #translated(rows: Promise<QueryResult>, translate: typeof queryFailed = queryFailed): Promise<QueryResult> {
    try {
      return await rows;
    } catch (error) {
      if (!(error instanceof WorkerSqlError)) throw error;
      throw error.code === 'database.too-costly' ? asTooCostly(error) : translate(error, error.code);
    }
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** A signal cannot be sent to a thread. */
function withoutSignal({ maxRows, seconds, maxBytes, maxCost }: ReadLimits): Omit<ReadLimits, 'signal'> {
  return { maxRows, seconds, ...(maxBytes === undefined ? {} : { maxBytes }), ...(maxCost === undefined ? {} : { maxCost }) };
}
