import { appendFile, copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startService, type RunningService } from '../test/start-service.ts';
import { copyWorkspace, sqlwright } from '../test/workspace-copy.ts';

/** Few frozen questions, so that a promotion does not take minutes. */
async function shorten(folder: string): Promise<void> {
  const lines = (await readFile(path.join(folder, 'development.jsonl'), 'utf8')).trim().split('\n');
  await writeFile(path.join(folder, 'development.jsonl'), `${lines.slice(0, 3).join('\n')}\n`);
}

/** The released adapter with some bytes behind it: another version that answers alike. */
async function otherAdapter(workspace: string): Promise<string> {
  const file = path.join(workspace, 'other.gguf');
  await copyFile(path.join(workspace, 'datasets/customer/released/adapter.gguf'), file);
  await appendFile(file, Buffer.alloc(32));
  return file;
}

describe('the service with the released adapter', () => {
  let workspace: string;
  let service: RunningService;

  beforeAll(async () => {
    workspace = await copyWorkspace(shorten);
    service = await startService(workspace);
  });
  afterAll(async () => void (await service.stop()));

  const ask = async (): Promise<{ id: string }> => (await (await service.post('/v1/ask', { question: 'How many customers are there?' })).json()) as { id: string };

  it('answers, is ready, and writes the audit log', async () => {
    expect(await ask()).toMatchObject({ status: 'answered', rows: [['600']] });
    expect(await (await fetch(`${service.url}/readyz`)).json()).toEqual({ status: 'ready', datasets: { customer: 'ready' } });
    expect(JSON.parse(service.audited.at(-1) ?? '')).toMatchObject({ act: 'ask', question: 'How many customers are there?', status: 'answered' });
  });

  it('streams the statement while it is written', async () => {
    const text = await (await service.post('/v1/ask', { question: 'How many customers are there?', stream: true })).text();
    expect(text.match(/^event: writing$/gm)?.length).toBeGreaterThan(3);
    expect(text).toContain('event: done');
  });

  it('keeps feedback that the next synthesis will find', async () => {
    const { id } = await ask();
    expect((await service.post('/v1/feedback', { id, verdict: 'corrected', sql: 'DROP TABLE customer' })).status).toBe(422);
    expect((await service.post('/v1/feedback', { id, verdict: 'right' })).status).toBe(201);
    const line = await readFile(path.join(workspace, 'datasets/customer/feedback/feedback.jsonl'), 'utf8');
    expect(JSON.parse(line)).toMatchObject({ id, verdict: 'right', question: 'How many customers are there?' });
  });

  it('refuses a challenger that is the champion, or only as good', async () => {
    const same = sqlwright(workspace, 'promote', '--model', path.join(workspace, 'datasets/customer/released/adapter.gguf'));
    expect([same.status, same.stderr]).toEqual([12, expect.stringContaining('is the one that is served')]);
    const alike = sqlwright(workspace, 'promote', '--model', await otherAdapter(workspace));
    expect([alike.status, alike.stderr]).toEqual([12, expect.stringContaining('of 3 questions right')]);
    expect(sqlwright(workspace, 'rollback').status).toBe(12);
  });
});

describe('keys', () => {
  it('are shown once and kept as hashes; a service that others reach needs one', async () => {
    const workspace = await copyWorkspace();
    const open = sqlwright(workspace, 'serve', '--port', '0', '--host', '0.0.0.0');
    expect([open.status, open.stderr]).toEqual([2, expect.stringContaining('without a key')]);
    const { stdout } = sqlwright(workspace, 'key', 'reports');
    expect(stdout).toMatch(/^sqlwright_\S{43}\n$/);
    const kept = await readFile(path.join(workspace, 'keys.json'), 'utf8');
    expect([kept.includes(stdout.trim()), JSON.parse(kept)]).toEqual([false, [{ name: 'reports', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), created: expect.any(String) }]]);
  });
});
