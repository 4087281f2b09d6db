import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { checkCost } from '../check-cost.ts';
import type { QueryResult, ReadLimits } from '../database.ts';
import { fetchWithin } from '../fetch-within.ts';
import { sessionSettings } from '../session-settings.ts';

/** A message to the worker; each is answered by one of the same `id`. */
export interface WorkerRequest {
  readonly id: number;
  readonly kind: 'execute' | 'read' | 'save';
  /** Statements, or with `save` the name of a file. */
  readonly sql: string;
  readonly limits?: Omit<ReadLimits, 'signal'>;
}

export type WorkerReply =
  | { readonly id: number; readonly result: QueryResult }
  | { readonly id: number; readonly error: { message: string; code: string | undefined } };

/** bool, int2, int4, float4 and float8 become JavaScript values, all else stays the text that PostgreSQL prints. */
const parsedTypes = new Set([16, 21, 23, 700, 701]);
const keepText = (text: string): string => text;

async function textParsers(database: PGlite): Promise<Record<number, (text: string) => string>> {
  const types = await database.query<{ oid: number }>('SELECT oid::int AS oid FROM pg_type');
  return Object.fromEntries(types.rows.filter(({ oid }) => !parsedTypes.has(oid)).map(({ oid }) => [oid, keepText]));
}

/** What a new worker begins with. */
export interface WorkerStart {
  /** A file that `save` wrote. */
  readonly snapshot: string | undefined;
}

const { snapshot } = workerData as WorkerStart;
const database = await PGlite.create(snapshot === undefined ? {} : { loadDataDir: new Blob([readFileSync(snapshot)]) });

let parsers: Promise<Record<number, (text: string) => string>> | undefined;

async function read(sql: string, limits: Omit<ReadLimits, 'signal'>): Promise<QueryResult> {
  const known = await (parsers ??= textParsers(database));
  await database.exec('BEGIN READ ONLY');
  try {
    await database.query(sessionSettings(limits.seconds));
    if (limits.maxCost !== undefined) checkCost((await database.query<unknown[]>(`EXPLAIN (FORMAT JSON) ${sql}`, [], { rowMode: 'array' })).rows[0]?.[0], limits.maxCost);
    // A cursor takes SELECT and VALUES only and stops after the rows that are wanted.
    await database.query(`DECLARE answer NO SCROLL CURSOR FOR ${sql}`);
    return await fetchWithin(async (count) => {
      const { fields, rows } = await database.query<unknown[]>(`FETCH ${count} FROM answer`, [], { rowMode: 'array', parsers: known });
      return { columns: fields.map(({ name }) => name), rows };
    }, limits);
  } finally {
    await database.exec('ROLLBACK');
    await database.exec('DISCARD ALL');
  }
}

/** What is executed may make new types. */
async function execute(sql: string): Promise<void> {
  parsers = undefined;
  await database.exec(sql);
}

async function serve({ id, kind, sql, limits }: WorkerRequest): Promise<WorkerReply> {
  try {
    if (kind === 'read' && limits !== undefined) return { id, result: await read(sql, limits) };
    if (kind === 'save') writeFileSync(sql, Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer()));
    else if (sql !== '') await execute(sql);
    return { id, result: { columns: [], rows: [], truncated: false } };
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    return { id, error: { message, code } };
  }
}

parentPort?.on('message', (request: WorkerRequest) => void serve(request).then((reply) => parentPort?.postMessage(reply)));
