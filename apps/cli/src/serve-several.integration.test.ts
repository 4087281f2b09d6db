import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensurePackagedModel } from '@sqlwright/python-environment';
import { startService, type RunningService } from '../test/start-service.ts';
import { copyWorkspace } from '../test/workspace-copy.ts';

/** The header of an adapter ends before this byte. */
const headerBytes = 2 ** 20;
const question = 'How many customers are there?';

/** A second dataset beside the first, whose adapter has learnt nothing. */
async function addUnlearnt(workspace: string): Promise<void> {
  const folder = path.join(workspace, 'datasets/unlearnt');
  await cp(path.join(workspace, 'datasets/customer'), folder, { recursive: true });
  const adapter = path.join(folder, 'released/adapter.gguf');
  await writeFile(adapter, (await readFile(adapter)).fill(0, headerBytes));
  const file = path.join(folder, 'dataset.config.json');
  const config = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...config, answer: { ...config.answer, maxTokens: 16, repairs: 0 } }));
}

/** What a service has read so far, as Linux counts it. */
async function bytesRead({ pid }: RunningService): Promise<number> {
  return Number(/^rchar: (\d+)$/m.exec(await readFile(`/proc/${pid}/io`, 'utf8'))?.[1]);
}

describe('one process for several datasets', () => {
  let workspace: string;
  let service: RunningService;
  let isStopped = false;

  beforeAll(async () => {
    workspace = await copyWorkspace();
    await addUnlearnt(workspace);
    service = await startService(workspace, '--dataset', 'customer', 'unlearnt');
  });
  afterAll(async () => {
    if (!isStopped) await service.stop();
    await rm(workspace, { recursive: true });
  });

  const ask = async (dataset: string): Promise<{ status: number; rows: unknown[][] }> => {
    const reply = await service.post('/v1/ask', { question, dataset });
    return { status: reply.status, rows: ((await reply.json()) as { rows: unknown[][] }).rows };
  };

  it('answers each with its own adapter', async () => {
    expect(await ask('customer')).toEqual({ status: 200, rows: [['600']] });
    expect(await ask('unlearnt')).toEqual({ status: 200, rows: [] });
    expect(await ask('customer')).toEqual({ status: 200, rows: [['600']] });
  });

  (process.platform === 'linux' ? it : it.skip)('reads the weights below them once', async () => {
    const { size } = await stat(await ensurePackagedModel({ cacheFolder: path.join(workspace, '.cache') }));
    const one = await startService(workspace, '--dataset', 'customer');
    const readForOne = await bytesRead(one);
    await one.stop();
    expect(readForOne).toBeGreaterThan(size);
    expect((await bytesRead(service)) - readForOne).toBeLessThan(size);
  });

  it('lets the answers that run and wait come to their end when it is told to stop', async () => {
    // The head of a stream comes as soon as its question has a place.
    const streams = await Promise.all([1, 2, 3, 4].map(() => service.post('/v1/ask', { question, dataset: 'customer', stream: true })));
    const [status, ...texts] = await Promise.all([service.stop(), ...streams.map((stream) => stream.text())]);
    isStopped = true;
    expect(texts.map((text) => /^event: (done|error)$/m.exec(text)?.[1])).toEqual(['done', 'done', 'done', 'done']);
    expect(status).toBe(0);
  });
});
