import { SqlwrightError } from '@sqlwright/errors';
import type { Answer, Answerer } from '@sqlwright/sql-qa';
import { startServer, type RunningServer } from './start-server.ts';

function answerOf(question: string, change: Partial<Answer> = {}): Answer {
  const seconds = { generate: 0.1, execute: 0.01 };
  return { question, status: 'answered', sql: 'SELECT 1', columns: ['n'], rows: [[1]], truncated: false, answer: 'n: 1', groundings: [], seconds, ...change };
}

let running = 0;
let mostRunning = 0;
const seen: { question: string; signal: AbortSignal | undefined }[] = [];

const scripted: Record<string, (question: string, signal: AbortSignal | undefined) => Promise<Answer>> = {
  blocked: (question) => Promise.resolve(answerOf(question, { status: 'blocked', reason: { code: 'modifies-data', message: 'It deletes.' } })),
  slow: (question) => Promise.resolve(answerOf(question, { status: 'failed', reason: { code: 'database.timeout', message: 'Too long.' } })),
  unreachable: () => Promise.reject(new SqlwrightError('provider.unavailable', 'No model.', { hint: 'Start it.' })),
  defect: () => Promise.reject(new Error('secret detail')),
  waiting: async (question, signal) => {
    while (signal?.aborted !== true) await new Promise((resolve) => setTimeout(resolve, 5));
    throw new SqlwrightError('run.cancelled', `Stopped ${question}.`, { hint: '' });
  },
};

const answerer: Answerer = {
  async answer(question, { signal } = {}) {
    seen.push({ question, signal });
    if (question === '') throw new SqlwrightError('usage.invalid', 'The question is empty.', { hint: 'Ask something.' });
    running += 1;
    mostRunning = Math.max(mostRunning, running);
    await new Promise((resolve) => setTimeout(resolve, 10));
    running -= 1;
    return scripted[question]?.(question, signal) ?? answerOf(question);
  },
};

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ answerer, model: 'scripted', databaseKind: 'pglite', port: 0 });
});

afterAll(() => server.close());

async function post(body: string, contentType = 'application/json', signal?: AbortSignal): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${server.url}/v1/ask`, { method: 'POST', body, headers: { 'content-type': contentType }, signal: signal ?? null });
  return { status: response.status, body: await response.json() };
}

const ask = (question: string): Promise<{ status: number; body: unknown }> => post(JSON.stringify({ question }));

describe('startServer', () => {
  it('answers a question on this machine only', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await ask('How many?')).toEqual({ status: 200, body: answerOf('How many?') });
  });

  it('tells that it is up, with which model and database', async () => {
    const response = await fetch(`${server.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', model: 'scripted', database: 'pglite' }]);
  });

  it.each([
    ['a missing question', '{}', 'application/json', 400],
    ['a question that is no text', '{"question": 7}', 'application/json', 400],
    ['an unknown key', '{"question": "x", "questoin": "y"}', 'application/json', 400],
    ['what is no JSON', '{"question"', 'application/json', 400],
    ['an empty question', '{"question": ""}', 'application/json', 400],
    ['a text', 'How many?', 'text/plain', 400],
    ['a form', 'question=x', 'application/x-www-form-urlencoded', 415],
    ['a large body', JSON.stringify({ question: 'x'.repeat(20_000) }), 'application/json', 413],
  ])('refuses %s', async (_name, body, contentType, status) => {
    expect(await post(body, contentType)).toEqual({ status, body: { error: { code: 'usage.invalid', message: expect.any(String), hint: expect.any(String) } } });
  });

  it('gives an outcome that is no result as an answer, with 504 where the time was up', async () => {
    expect(await ask('blocked')).toMatchObject({ status: 200, body: { status: 'blocked', reason: { code: 'modifies-data' } } });
    expect(await ask('slow')).toMatchObject({ status: 504, body: { status: 'failed', reason: { code: 'database.timeout' } } });
  });

  it('maps errors to statuses and keeps the details of a defect to itself', async () => {
    expect(await ask('unreachable')).toEqual({ status: 502, body: { error: { code: 'provider.unavailable', message: 'No model.', hint: 'Start it.' } } });
    const defect = await ask('defect');
    expect(defect).toMatchObject({ status: 500, body: { error: { code: 'internal.error' } } });
    expect(JSON.stringify(defect)).not.toContain('secret detail');
    const lost = await fetch(`${server.url}/v1/nothing`);
    expect([lost.status, await lost.json()]).toMatchObject([404, { error: { code: 'usage.invalid' } }]);
  });

  it('answers one question after the other', async () => {
    mostRunning = 0;
    const answers = await Promise.all(['a', 'b', 'c'].map(ask));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(mostRunning).toBe(1);
  });

  it('stops the work for a client that has gone', async () => {
    const controller = new AbortController();
    const gone = post('{"question":"waiting"}', 'application/json', controller.signal);
    while (seen.at(-1)?.question !== 'waiting') await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await expect(gone).rejects.toThrow('abort');
    expect(await ask('after')).toMatchObject({ status: 200 });
    expect(seen.find(({ question }) => question === 'waiting')?.signal?.aborted).toBe(true);
  });

  it('says so when the port is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(startServer({ answerer, model: 'x', databaseKind: 'pglite', port })).rejects.toMatchObject({ code: 'usage.invalid', message: expect.stringContaining(`${port}`) });
  });

  it('ends after the answers under way', async () => {
    const other = await startServer({ answerer, model: 'x', databaseKind: 'postgres', port: 0 });
    const asked = seen.length;
    const answer = fetch(`${other.url}/v1/ask`, { method: 'POST', body: '{"question":"last"}', headers: { 'content-type': 'application/json' } });
    while (seen.length === asked) await new Promise((resolve) => setTimeout(resolve, 2));
    await other.close();
    expect((await answer).status).toBe(200);
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow();
  });
});
