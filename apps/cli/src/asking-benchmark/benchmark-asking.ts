import { setTimeout as sleep } from 'node:timers/promises';
import type { Side } from './open-sides.ts';
import { median, summarizeAsking, type AskedQuestion, type AskingResult, type DecodingTimes } from './summarize-asking.ts';
import type { WorkerAnswer, WorkerStatement } from './worker-protocol.ts';

interface PeerAnswer {
  readonly sql?: string;
  readonly sqlSeconds?: number;
  readonly answerSeconds?: number;
  readonly error?: string;
}

interface RawCompletion {
  readonly seconds: number;
  readonly tokens: number;
  readonly agreed: number;
}

export interface AskingOptions {
  readonly sides: Record<'ours' | 'peer' | 'raw', Side>;
  readonly questions: readonly string[];
  /** Asked first; its times do not count. */
  readonly warmUp: string;
  /** How often each question's SQL is decoded in each way. */
  readonly rounds: number;
  readonly note: (line: string) => void;
}

/** Threads that worked for the one whose turn ends spin for a moment in wait for more. */
const pauseMilliseconds = 50;

/**
 * Asks both sides the same questions, one after the other, and decodes each question's SQL in three ways. All take turns, so that whatever else the
 * machine does disturbs all alike.
 * @throws SqlwrightError child.failed, run.cancelled
 */
export async function benchmarkAsking({ sides, questions, warmUp, rounds, note }: AskingOptions): Promise<AskingResult> {
  await askOnce(warmUp, { sides, rounds: 1, note: () => undefined });
  const asked: AskedQuestion[] = [];
  for (const [index, question] of questions.entries()) asked.push(await askOnce(question, { sides, rounds, note: (line) => note(`${index + 1}/${questions.length} ${line}`) }));
  const [memory, peerMemory] = [await sides.ours.readMemory(), await sides.peer.readMemory()];
  note(`Resident memory now and at most: ${inMegabytes(memory.resident)}, ${inMegabytes(memory.peak)}; the peer ${inMegabytes(peerMemory.resident)}, ${inMegabytes(peerMemory.peak)}.`);
  return summarizeAsking(asked, memory.peak ?? memory.resident, peerMemory.peak ?? peerMemory.resident);
}

async function askOnce(question: string, { sides, rounds, note }: Pick<AskingOptions, 'sides' | 'rounds' | 'note'>): Promise<AskedQuestion> {
  const [answer, seconds] = await timeTurn<WorkerAnswer>(sides.ours, { ask: question });
  const [peer, peerSeconds] = await timeTurn<PeerAnswer>(sides.peer, { question });
  note(`${answer.status} in ${seconds.toFixed(2)} s; the peer ${peer.error ?? `SQL ${peer.sqlSeconds?.toFixed(2)} s, answer ${peer.answerSeconds?.toFixed(2)} s`}`);
  return { seconds, peerSeconds, decoding: await decodeInTurns(question, sides, rounds, note) };
}

async function decodeInTurns(question: string, { ours, raw }: AskingOptions['sides'], rounds: number, note: AskingOptions['note']): Promise<DecodingTimes> {
  const times = { constrained: [] as number[], free: [] as number[], raw: [] as number[] };
  let told = '';
  for (let round = 0; round < rounds; round += 1) {
    // Every other round the other way round, so that none always comes behind the same one.
    const [before, behind] = round % 2 === 0 ? (['constrained', 'free'] as const) : (['free', 'constrained'] as const);
    const first = await takeTurn<WorkerStatement>(ours, { generate: question, constrained: before === 'constrained' });
    const completion = await takeTurn<RawCompletion>(raw, { prompt: first.prompt, reply: first.reply });
    const last = await takeTurn<WorkerStatement>(ours, { generate: question, constrained: behind === 'constrained' });
    times[before].push(first.seconds);
    times.raw.push(completion.seconds);
    times[behind].push(last.seconds);
    told = `${first.tokens} tokens (${completion.agreed} of ${completion.tokens} as llama.cpp alone)${first.reply === last.reply ? '' : ', other without constraint'}`;
  }
  const [constrained, alone, free] = [times.constrained, times.raw, times.free].map((seconds) => `${Math.round(median(seconds) * 1000)} ms`);
  note(`${told}: ${constrained}, llama.cpp alone ${alone}, without constraint ${free}`);
  return times;
}

async function takeTurn<T>(side: Side, request: object): Promise<T> {
  await sleep(pauseMilliseconds);
  return side.ask<T>(request);
}

async function timeTurn<T>(side: Side, request: object): Promise<[reply: T, seconds: number]> {
  await sleep(pauseMilliseconds);
  const start = performance.now();
  const reply = await side.ask<T>(request);
  return [reply, (performance.now() - start) / 1000];
}

function inMegabytes(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : `${Math.round(bytes / 1e6)} MB`;
}
