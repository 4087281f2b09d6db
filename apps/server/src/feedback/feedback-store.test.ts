import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readConfirmed } from './confirmed-statements.ts';
import type { FeedbackEntry } from './feedback-entry.ts';
import { openFeedbackStore } from './feedback-store.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-feedback-'));
  file = path.join(folder, 'new', 'feedback.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const entry = (id: string): FeedbackEntry => ({ id, time: '2026-01-01T00:00:00.000Z', verdict: 'right', question: 'q\n"', sql: null, answered: null, model: 'm', key: null });
const ids = async (): Promise<string[]> => (await readFile(file, 'utf8')).split('\n').slice(0, -1).map((line) => (JSON.parse(line) as FeedbackEntry).id);

describe('openFeedbackStore', () => {
  it('keeps lines in the order in which they came, also many at once', async () => {
    const store = await openFeedbackStore(file);
    const names = Array.from({ length: 50 }, (_, index) => `id-${index}`);
    await Promise.all(names.map((name) => store.append(entry(name))));
    await store.close();
    expect(await ids()).toEqual(names);
  });

  it('cuts off a line that was never acknowledged, and keeps what is before it', async () => {
    const store = await openFeedbackStore(file);
    await store.append(entry('first'));
    await store.close();
    await appendFile(file, '{"id":"torn","ti');
    const again = await openFeedbackStore(file);
    await again.append(entry('second'));
    await again.close();
    expect(await ids()).toEqual(['first', 'second']);
  });

  it('knows the statement that was last confirmed for a question, also after a new start', async () => {
    const store = await openFeedbackStore(file);
    await store.append({ ...entry('1'), question: 'How many?', sql: 'SELECT 1' });
    await store.append({ ...entry('2'), question: 'How many?', verdict: 'corrected', sql: 'SELECT 2' });
    await store.append({ ...entry('3'), question: 'Who?', sql: 'SELECT 3' });
    await store.append({ ...entry('4'), question: 'Who?', verdict: 'wrong' });
    const known = ({ confirmedSql }: typeof store): (string | undefined)[] => ['how many', 'Who?', 'Where?'].map(confirmedSql);
    expect(known(store)).toEqual(['SELECT 2', undefined, undefined]);
    await store.close();
    const again = await openFeedbackStore(file);
    expect(known(again)).toEqual(['SELECT 2', undefined, undefined]);
    await again.close();
  });

  it('lets others read the confirmed statements and leaves a half-written line to the one who writes it', async () => {
    expect((await readConfirmed(file)).sqlOf('How many?')).toBeUndefined();
    const store = await openFeedbackStore(file);
    await store.append({ ...entry('1'), question: 'How many?', sql: 'SELECT 1' });
    await store.close();
    await appendFile(file, '{"id":"half","ti');
    const text = await readFile(file, 'utf8');
    expect((await readConfirmed(file)).sqlOf('how many')).toBe('SELECT 1');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('loses no acknowledged line when the process is killed while it writes', async () => {
    const acknowledged: string[] = [];
    for (const round of [0, 1, 2]) {
      const args = ['--conditions=@sqlwright/source', '--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, '../../test/append-forever.ts'), file, String(round * 1_000_000)];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
      let output = '';
      child.stdout.on('data', (data: Buffer) => (output += data.toString()));
      while (output.length < 2000) await once(child.stdout, 'data');
      child.kill('SIGKILL');
      await once(child, 'close');
      acknowledged.push(...output.split('\n').slice(0, -1));
    }
    await (await openFeedbackStore(file)).close();
    const kept = new Set(await ids());
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  }, 60_000);
});
