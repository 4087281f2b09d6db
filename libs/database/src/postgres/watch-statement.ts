import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { ReadLimits } from '../database.ts';

const graceSeconds = 5;
const retryMilliseconds = 50;

interface Socketed {
  readonly processID: number;
  readonly connection: { readonly stream: { destroy(error: Error): void } };
}

/**
 * Cancels what a connection runs when its user stops it, and gives the connection up when the server says nothing long after the time limit that
 * it was told. Call the result when the statement has ended; it resolves when no cancellation is under way that could hit a later statement.
 * @param control connections that the cancellation is sent through
 */
export function watchStatement(client: pg.PoolClient, limits: ReadLimits, control: pg.Pool): () => Promise<void> {
  const { processID, connection } = client as unknown as Socketed;
  let ended = false;
  let cancelling: Promise<void> = Promise.resolve();
  // A cancellation that meets a connection between two of its queries does nothing: it is sent again until the statement has ended.
  const cancelUntilEnded = async (): Promise<void> => {
    while (!ended) {
      await control.query('SELECT pg_catalog.pg_cancel_backend($1)', [processID]).catch(() => undefined);
      if (!ended) await sleep(retryMilliseconds);
    }
  };
  const cancel = (): void => {
    cancelling = cancelUntilEnded();
  };
  limits.signal?.addEventListener('abort', cancel, { once: true });
  const deadline = setTimeout(() => connection.stream.destroy(new Error('the server does not answer')), (limits.seconds + graceSeconds) * 1000);
  return async () => {
    ended = true;
    clearTimeout(deadline);
    limits.signal?.removeEventListener('abort', cancel);
    await cancelling;
  };
}
