import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startService, type RunningService } from '../test/start-service.ts';
import { copyWorkspace, sqlwright } from '../test/workspace-copy.ts';

/** The header of an adapter ends before this byte. */
const headerBytes = 2 ** 20;
/** Enough for the right statements; who has learnt nothing would write on. */
const maxTokens = 16;

const question = 'How many customers are there?';
const questions = [
  { id: 'customers', question, gold: ['SELECT count(*) FROM customer'] },
  { id: 'addresses', question: 'How many addresses are there?', gold: ['SELECT count(*) FROM address'] },
];

/** A dataset of two questions whose released adapter has learnt nothing; the real one lies beside it as `learnt.gguf`. */
async function weaken(folder: string): Promise<void> {
  const released = path.join(folder, 'released/adapter.gguf');
  await copyFile(released, path.join(folder, 'learnt.gguf'));
  const bytes = await readFile(released);
  await writeFile(released, bytes.fill(0, headerBytes));
  await writeFile(path.join(folder, 'development.jsonl'), questions.map((one) => `${JSON.stringify({ ...one, topic: 'counts', level: 'easy' })}\n`).join(''));
  const file = path.join(folder, 'dataset.config.json');
  const config = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...config, evaluate: { ...config.evaluate, maxTokens }, answer: { ...config.answer, maxTokens, repairs: 0 } }));
}

interface Given {
  readonly http: number;
  readonly model: string;
  readonly status: string;
  readonly rows: unknown[][];
}

describe('a challenger that beats the champion', () => {
  let workspace: string;
  let service: RunningService;
  const given: Given[] = [];
  const inDataset = (file: string): string => path.join(workspace, 'datasets/customer', file);
  const readServed = async (): Promise<{ version: string; history: string[] }> => JSON.parse(await readFile(inDataset('served/current.json'), 'utf8'));

  beforeAll(async () => {
    workspace = await copyWorkspace(weaken);
    service = await startService(workspace);
  });
  afterAll(async () => {
    await service.stop();
    await rm(workspace, { recursive: true });
  });

  async function ask(): Promise<Given> {
    const reply = await service.post('/v1/ask', { question });
    const one = { http: reply.status, ...((await reply.json()) as Omit<Given, 'http'>) };
    given.push(one);
    return one;
  }

  /** Two people ask again and again, beginning before the service has seen that another model is promoted. */
  async function askUntil(version: string): Promise<void> {
    while (!(await Promise.all([ask(), ask()])).every(({ model }) => model.endsWith(` ${version}`)));
  }

  it('takes over from it while questions are answered', async () => {
    expect(await ask()).toMatchObject({ http: 200, model: expect.stringMatching(/ released$/), rows: [] });
    const { status, stdout } = sqlwright(workspace, 'promote', '--model', inDataset('learnt.gguf'));
    expect([status, stdout]).toEqual([0, expect.stringContaining('The challenger is better: 100.0 % of 2 questions right, the champion 0.0 % (2 gained, 0 lost')]);
    const { version, history } = await readServed();
    expect(history).toHaveLength(1);
    await askUntil(version);
    expect(JSON.parse(await readFile(inDataset(`served/versions/${version}/comparison.json`), 'utf8'))).toMatchObject({ questions: 2, gained: ['customers', 'addresses'], lost: [] });
    expect(given.at(-1)).toMatchObject({ status: 'answered', rows: [['600']] });
  });

  it('answers on the command line too, unless a file is named', async () => {
    const { version } = await readServed();
    const askJson = (...more: string[]): unknown => JSON.parse(sqlwright(workspace, 'ask', '--json', question, ...more).stdout);
    expect(askJson()).toMatchObject({ rows: [['600']], model: expect.stringMatching(new RegExp(` ${version}$`)) });
    expect(askJson('--model', inDataset('released/adapter.gguf'))).toMatchObject({ rows: [], model: expect.stringMatching(/ released$/) });
    await writeFile(inDataset('asked.jsonl'), `${JSON.stringify({ id: 'a', question })}\n`);
    expect(sqlwright(workspace, 'predict', '--questions', inDataset('asked.jsonl'), '--out', inDataset('predicted.jsonl'))).toMatchObject({ status: 0, stderr: expect.stringContaining(` ${version} `) });
    expect(JSON.parse(await readFile(inDataset('predicted.jsonl'), 'utf8'))).toEqual({ id: 'a', sql: expect.stringMatching(/COUNT\(/) });
  });

  it('makes room again for the champion', async () => {
    const [champion = ''] = (await readServed()).history;
    expect(sqlwright(workspace, 'rollback')).toMatchObject({ status: 0, stdout: expect.stringContaining(champion) });
    expect(await readServed()).toEqual({ version: champion, history: [] });
    await askUntil(champion);
  });

  it('fails nobody meanwhile', () => {
    expect(new Set(given.map(({ http }) => http))).toEqual(new Set([200]));
    expect(new Set(given.map(({ model }) => model.split(' ').at(-1))).size).toBe(3);
    const byLearnt = given.filter(({ rows }) => rows[0]?.[0] === '600');
    expect(new Set(byLearnt.map(({ model }) => model)).size).toBe(1);
  });
});
