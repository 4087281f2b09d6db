import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** A message to the worker; each is answered by one of the same `id`. */
export interface WorkerRequest {
  readonly id: number;
  readonly kind: 'execute' | 'read' | 'save';
  /** Statements, or with `save` the name of a file. */
  readonly sql: string;
  readonly maxRows: number;
}

export type WorkerReply =
  | { readonly id: number; readonly columns: string[]; readonly rows: unknown[][] }
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

async function read(sql: string, maxRows: number): Promise<{ columns: string[]; rows: unknown[][] }> {
  const parsers = await textParsers(database);
  await database.exec('BEGIN READ ONLY');
  try {
    // A cursor takes SELECT and VALUES only and stops after the rows that are wanted.
    await database.query(`DECLARE answer NO SCROLL CURSOR FOR ${sql}`);
    const result = await database.query<unknown[]>(`FETCH ${maxRows} FROM answer`, [], { rowMode: 'array', parsers });
    return { columns: result.fields.map(({ name }) => name), rows: result.rows };
  } finally {
    await database.exec('ROLLBACK');
  }
}

async function serve(request: WorkerRequest): Promise<WorkerReply> {
  try {
    if (request.kind === 'read') return { id: request.id, ...(await read(request.sql, request.maxRows)) };
    if (request.kind === 'save') writeFileSync(request.sql, Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer()));
    else await database.exec(request.sql);
    return { id: request.id, columns: [], rows: [] };
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    return { id: request.id, error: { message, code } };
  }
}

parentPort?.on('message', (request: WorkerRequest) => void serve(request).then((reply) => parentPort?.postMessage(reply)));
