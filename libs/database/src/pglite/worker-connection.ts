import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { QueryResult } from '../database.ts';
import type { WorkerReply, WorkerRequest, WorkerStart } from './pglite-worker.ts';

/** An error that PostgreSQL raised in the worker. */
export class WorkerSqlError extends Error {
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }
}

/** A PGlite in a thread of its own, which can be ended in the middle of a statement: PGlite itself knows no time limit. */
export class WorkerConnection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (rows: QueryResult) => void; reject: (error: Error) => void }>();
  #lastId = 0;

  constructor(start: WorkerStart) {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    this.#worker = new Worker(new URL(`./pglite-worker.${extension}`, import.meta.url), { stderr: false, workerData: start });
    this.#worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the thread of the embedded database ended')));
  }

  send(request: Omit<WorkerRequest, 'id'>): Promise<QueryResult> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...request, id });
    });
  }

  /** Ends the thread at once; what was under way is rejected with `reason`. */
  async terminate(reason: Error): Promise<void> {
    this.#fail(reason);
    const exited = once(this.#worker, 'exit');
    await this.#worker.terminate();
    await Promise.race([exited, Promise.resolve()]);
  }

  #settle(reply: WorkerReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('error' in reply) waiting?.reject(new WorkerSqlError(reply.error.message, reply.error.code));
    else waiting?.resolve(reply.result);
  }

  #fail(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
