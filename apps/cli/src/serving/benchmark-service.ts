import { setTimeout as sleep } from 'node:timers/promises';

export interface BenchmarkOptions {
  readonly url: string;
  readonly questions: readonly string[];
  /** Clients that ask at the same time, each one question after the other. */
  readonly clients: number;
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly note: (line: string) => void;
}

export interface BenchmarkResult {
  readonly clients: number;
  readonly seconds: number;
  readonly answered: number;
  /** 503 with Retry-After; the client waits that long. */
  readonly refused: number;
  /** Any other reply, and none. */
  readonly failed: number;
  /** Answers to another question than was asked, or with another statement than the question gets when asked alone. */
  readonly mixed: number;
  /** Of answers, from question to last byte, in milliseconds. */
  readonly p95Ms: number;
  readonly healthP95Ms: number;
}

type Outcome = { readonly kind: 'answered' | 'mixed'; readonly ms: number } | { readonly kind: 'refused'; readonly waitSeconds: number } | { readonly kind: 'failed'; readonly why: string };

interface Reply {
  readonly question: string;
  readonly sql: string | null;
  readonly status: string;
}

/** How often /healthz is asked, in milliseconds. */
const healthEvery = 100;

/**
 * Asks each question once alone, to know its statement, then lets all clients ask for the given time.
 * @throws Error where the service does not answer a question that is asked alone
 */
export async function benchmarkService(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const { url, questions, clients, seconds, signal, note } = options;
  note(`Asking ${questions.length} questions alone …`);
  const alone = new Map<string, string | null>();
  for (const question of questions) alone.set(question, (await askAlone(url, question, signal)).sql);
  const before = await readMemory(url);
  note(`${clients} clients for ${seconds} s …`);
  const end = performance.now() + seconds * 1000;
  const health: number[] = [];
  const watching = watchHealth(url, end, health);
  const outcomes = (await Promise.all(Array.from({ length: clients }, (_, index) => runClient(index, end, alone, options)))).flat();
  await watching;
  note(`Memory of the service: ${before} MB before, ${await readMemory(url)} MB after.`);
  for (const why of new Set(outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.why] : [])))) note(`Failed: ${why}`);
  const count = (kind: Outcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const times = outcomes.flatMap((outcome) => (outcome.kind === 'answered' ? [outcome.ms] : []));
  return { clients, seconds, answered: count('answered'), refused: count('refused'), failed: count('failed'), mixed: count('mixed'), p95Ms: percentile95(times), healthP95Ms: percentile95(health) };
}

async function runClient(index: number, end: number, alone: ReadonlyMap<string, string | null>, { url, questions, signal }: BenchmarkOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let turn = index; performance.now() < end && !signal.aborted; turn += 1) {
    const outcome = await askOnce(url, questions[turn % questions.length] ?? '', alone, signal);
    outcomes.push(outcome);
    if (outcome.kind === 'refused') await sleep(Math.min(outcome.waitSeconds * 1000, Math.max(0, end - performance.now())));
    // One that failed at once would else be tried in a tight loop.
    if (outcome.kind === 'failed') await sleep(healthEvery);
  }
  return outcomes;
}

async function askOnce(url: string, question: string, alone: ReadonlyMap<string, string | null>, signal: AbortSignal): Promise<Outcome> {
  const began = performance.now();
  try {
    const reply = await post(url, question, signal);
    const body = (await reply.json()) as Reply;
    const retryAfter = Number(reply.headers.get('retry-after') ?? Number.NaN);
    if (reply.status === 503 && retryAfter > 0) return { kind: 'refused', waitSeconds: retryAfter };
    if (reply.status !== 200) return { kind: 'failed', why: `status ${reply.status}` };
    const isMine = body.question === question && body.sql === alone.get(question);
    return { kind: isMine ? 'answered' : 'mixed', ms: performance.now() - began };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error) };
  }
}

async function askAlone(url: string, question: string, signal: AbortSignal): Promise<Reply> {
  const reply = await post(url, question, signal);
  if (reply.status !== 200) throw new Error(`Asked alone, "${question}" got ${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as Reply;
}

function post(url: string, question: string, signal: AbortSignal): Promise<Response> {
  return fetch(`${url}/v1/ask`, { method: 'POST', body: JSON.stringify({ question }), headers: { 'content-type': 'application/json' }, signal });
}

async function watchHealth(url: string, end: number, times: number[]): Promise<void> {
  while (performance.now() < end) {
    const began = performance.now();
    await (await fetch(`${url}/healthz`)).text();
    times.push(performance.now() - began);
    await sleep(healthEvery);
  }
}

/** Resident memory in MB. */
async function readMemory(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0) / 1e6);
}

function percentile95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0) * 10) / 10;
}
