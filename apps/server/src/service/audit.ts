import { pino, type DestinationStream } from 'pino';
import type { Caller, GivenAnswer } from './given-answer.ts';

/** What is written of one act: who asked what, and what ran. Never rows. */
export type AuditEntry =
  | ({ readonly act: 'ask'; readonly caller: Caller } & (Pick<GivenAnswer, 'id' | 'dataset' | 'model' | 'question' | 'status' | 'sql' | 'seconds'> & { readonly rowCount: number; readonly reason: string | null; readonly detail?: string }))
  | { readonly act: 'ask-failed'; readonly caller: Caller; readonly dataset: string; readonly question: string; readonly code: string }
  | { readonly act: 'feedback'; readonly caller: Caller; readonly dataset: string; readonly id: string; readonly verdict: string; readonly sql: string | null }
  | { readonly act: 'refused'; readonly caller: Caller; readonly path: string; readonly code: string }
  | { readonly act: 'model-changed'; readonly dataset: string; readonly model: string };

export type Audit = (entry: AuditEntry) => void;

/** An audit log of JSON lines with ISO times. */
export function createAudit(destination: DestinationStream): Audit {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return (entry) => log.info(entry);
}
