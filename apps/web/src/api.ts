import { readEvents, readText } from './read-events.ts';
import type { AnswerEvent, DatasetInfo, Failure, SchemaTable } from './types.ts';

/** A reply that is no answer, with what the service says of it. */
export class ServiceError extends Error {
  readonly status: number;
  readonly hint: string;
  /** Where there is no place now; undefined where asking again would not help. */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, { message, hint }: Failure['error'], retryAfterSeconds?: number) {
    super(message);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
    this.hint = hint;
  }
}

const keyName = 'sqlwright.key';

/** The key is kept for this tab only. */
export const key = {
  get: (): string => sessionStorage.getItem(keyName) ?? '',
  set: (value: string): void => sessionStorage.setItem(keyName, value),
};

async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (key.get() !== '') headers.set('authorization', `Bearer ${key.get()}`);
  if (init.body !== undefined) headers.set('content-type', 'application/json');
  const reply = await fetch(path, { ...init, headers });
  if (reply.ok) return reply;
  const failure = (await reply.json().catch(() => undefined)) as Partial<Failure> | undefined;
  throw new ServiceError(reply.status, failure?.error ?? { code: '', message: `The service replied ${reply.status}.`, hint: 'Try again later.' }, reply.status === 503 ? Number(reply.headers.get('retry-after') ?? 0) || undefined : undefined);
}

export async function fetchDatasets(): Promise<DatasetInfo[]> {
  return ((await (await request('/v1/datasets')).json()) as { datasets: DatasetInfo[] }).datasets;
}

export async function fetchTables(dataset: string): Promise<SchemaTable[]> {
  return ((await (await request(`/v1/schema?dataset=${encodeURIComponent(dataset)}`)).json()) as { tables: SchemaTable[] }).tables;
}

/** What happens while the question is answered. */
export async function* ask(question: string, previous: string | undefined, dataset: string, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
  const { body } = await request('/v1/ask', { method: 'POST', body: JSON.stringify({ question, previous, dataset, stream: true }), signal });
  if (body !== null) yield* readEvents(readText(body));
}

export interface Feedback {
  readonly id: string;
  readonly verdict: 'right' | 'wrong' | 'corrected';
  readonly sql?: string | null;
}

export async function sendFeedback(feedback: Feedback): Promise<{ rowCount?: number }> {
  return (await (await request('/v1/feedback', { method: 'POST', body: JSON.stringify(feedback) })).json()) as { rowCount?: number };
}
