import { SqlwrightError } from '@sqlwright/errors';
import type { Metrics } from '../metrics.ts';
import type { AskService } from '../service/ask-service.ts';
import type { Audit } from '../service/audit.ts';
import type { Caller } from '../service/given-answer.ts';
import type { Queue } from '../service/queue.ts';
import type { RecentAnswer, RecentAnswers } from '../service/recent-answers.ts';
import type { FeedbackEntry } from './feedback-entry.ts';

export interface FeedbackRequest {
  readonly id: string;
  readonly verdict: FeedbackEntry['verdict'];
  /** With `corrected`: the right statement, or null where the database cannot tell. */
  readonly sql?: string | null | undefined;
  readonly comment?: string | undefined;
  readonly caller: Caller;
  readonly signal: AbortSignal;
}

export interface KeptFeedback {
  readonly kept: true;
  readonly verdict: FeedbackEntry['verdict'];
  readonly columns?: readonly string[];
  readonly rowCount?: number;
}

export interface FeedbackService {
  /** @throws SqlwrightError feedback.unknown-answer, usage.invalid, guard.refused, database.query-failed, server.busy */
  take(request: FeedbackRequest): Promise<KeptFeedback>;
}

export interface FeedbackParts {
  readonly service: Pick<AskService, 'dataset'>;
  readonly recent: RecentAnswers;
  readonly queue: Pick<Queue, 'run'>;
  readonly metrics: Metrics;
  readonly audit: Audit;
}

/** Takes verdicts on answers given lately; a correction is kept only if it passes the guard and runs. */
export function createFeedbackService({ service, recent, queue, metrics, audit }: FeedbackParts): FeedbackService {
  return {
    async take(request) {
      const { id, verdict, caller, comment } = request;
      const answered = recent.find(id);
      if (answered === undefined) throw new SqlwrightError('feedback.unknown-answer', 'This answer is not remembered.', { hint: 'Ask the question again, then tell.' });
      const dataset = service.dataset(answered.dataset);
      const checked = typeof request.sql === 'string' ? await queue.run(request.signal, () => check(dataset, request.sql ?? '', request.signal)) : undefined;
      const sql = rightStatement(verdict, answered, checked?.sql);
      const { question, model } = answered;
      const entry = { id, time: new Date().toISOString(), verdict, question, sql, answered: answered.sql, model, key: caller.key, ...(comment === undefined ? {} : { comment }) };
      await dataset.feedback.append(entry);
      metrics.feedbackTaken(dataset.name, verdict);
      audit({ act: 'feedback', caller, dataset: dataset.name, id, verdict, sql });
      return { kept: true, verdict, ...(checked === undefined ? {} : { columns: checked.columns, rowCount: checked.rowCount }) };
    },
  };
}

async function check(dataset: ReturnType<AskService['dataset']>, written: string, signal: AbortSignal): Promise<{ sql: string; columns: readonly string[]; rowCount: number }> {
  const result = await dataset.checkStatement(written, signal);
  if (result.runs) return result;
  const code = result.reason.code.startsWith('database.') ? 'database.query-failed' : 'guard.refused';
  throw new SqlwrightError(code, result.reason.message, { hint: 'Correct it so that it is one SELECT over the tables of GET /v1/schema, and runs.' });
}

function rightStatement(verdict: FeedbackEntry['verdict'], answered: RecentAnswer, corrected: string | undefined): string | null {
  if (verdict === 'wrong') return null;
  if (verdict === 'corrected') return corrected ?? null;
  if (answered.status === 'answered' || answered.status === 'refused') return answered.sql;
  throw new SqlwrightError('usage.invalid', 'Nothing ran, so there is no answer that could be right.', { hint: 'Send the verdict wrong, or corrected with the right statement.' });
}
