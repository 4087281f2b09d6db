import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { copyWorkspace, sqlwright } from '../test/workspace-copy.ts';

const cli = path.resolve(import.meta.dirname, '../bin/sqlwright.js');

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

interface Given {
  readonly status: string;
  readonly model: string;
  readonly id: string;
  readonly rows: unknown[][];
}

describe('the service with the released adapter', () => {
  let workspace: string;
  let server: ChildProcess;
  let url: string;
  const audited: string[] = [];

  beforeAll(async () => {
    workspace = await copyWorkspace(shorten);
    const { INIT_CWD: _outer, ...environment } = process.env;
    server = spawn(process.execPath, ['--conditions=@sqlwright/source', '--disable-warning=ExperimentalWarning', cli, 'serve', '--port', '0', '--requests-per-minute', '10000'], { cwd: workspace, env: { ...environment, NODE_OPTIONS: '' } });
    if (server.stdout === null || server.stderr === null) throw new Error('The service has no output.');
    createInterface({ input: server.stdout }).on('line', (line) => audited.push(line));
    url = await listeningUrl(server.stderr);
    server.stderr.resume();
  });
  afterAll(async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  });

  async function post(route: string, body: object): Promise<Response> {
    return fetch(`${url}${route}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }
  const ask = async (): Promise<Given> => (await (await post('/v1/ask', { question: 'How many customers are there?' })).json()) as Given;

  it('answers, is ready, and writes the audit log', async () => {
    expect(await ask()).toMatchObject({ status: 'answered', rows: [['600']] });
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready', datasets: { customer: 'ready' } });
    expect(JSON.parse(audited.at(-1) ?? '')).toMatchObject({ act: 'ask', question: 'How many customers are there?', status: 'answered' });
  });

  it('streams the statement while it is written', async () => {
    const text = await (await post('/v1/ask', { question: 'How many customers are there?', stream: true })).text();
    expect(text.match(/^event: writing$/gm)?.length).toBeGreaterThan(3);
    expect(text).toContain('event: done');
  });

  it('keeps feedback that the next synthesis will find', async () => {
    const { id } = await ask();
    expect((await post('/v1/feedback', { id, verdict: 'corrected', sql: 'DROP TABLE customer' })).status).toBe(422);
    expect((await post('/v1/feedback', { id, verdict: 'right' })).status).toBe(201);
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

  it('takes over a promoted model, and the one before again, without a failed answer', async () => {
    const served = path.join(workspace, 'datasets/customer/served');
    for (const version of ['first', 'second']) {
      await mkdir(path.join(served, 'versions', version), { recursive: true });
      await copyFile(path.join(workspace, 'datasets/customer/released/adapter.gguf'), path.join(served, 'versions', version, 'adapter.gguf'));
      await writeFile(path.join(served, 'versions', version, 'version.json'), '{"adapter":true}');
    }
    const before = await ask();
    await writeFile(path.join(served, 'current.json'), '{"version":"second","history":["first"]}');
    const promoted = await askUntil((model) => model.endsWith('second'));
    expect(sqlwright(workspace, 'rollback')).toMatchObject({ status: 0, stdout: expect.stringContaining('first') });
    const back = await askUntil((model) => model.endsWith('first'));
    expect(before.model).toContain('released');
    expect([...promoted, ...back].every(({ status, rows }) => status === 'answered' && rows[0]?.[0] === '600')).toBe(true);
  });

  async function askUntil(isReached: (model: string) => boolean): Promise<Given[]> {
    const given: Given[] = [];
    for (;;) {
      const pair = await Promise.all([ask(), ask()]);
      given.push(...pair);
      if (pair.every(({ model }) => isReached(model))) return given;
    }
  }
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

async function listeningUrl(stream: Readable): Promise<string> {
  let text = '';
  for await (const data of stream.iterator({ destroyOnReturn: false })) {
    text += String(data);
    const url = /Listening on (http:\S+)/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The service ended before it listened: ${text}`);
}
