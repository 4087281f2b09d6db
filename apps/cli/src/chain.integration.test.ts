import { spawnSync } from 'node:child_process';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasPostgres } from '@sqlwright/testing';
import { startService } from '../test/start-service.ts';
import { copyWorkspace, sqlwright } from '../test/workspace-copy.ts';

const stages = ['schema', 'synthesize', 'train', 'convert', 'quantize', 'evaluate'];

/** Makes the dataset small, so that every stage runs for real but not for long. */
async function shorten(folder: string): Promise<void> {
  const file = path.join(folder, 'dataset.config.json');
  const config = JSON.parse(await readFile(file, 'utf8'));
  config.synthesize.topics = config.synthesize.topics.slice(0, 2);
  config.synthesize.supplement = { samples: 60 };
  config.synthesize.minimumSamples = 50;
  config.train = { profile: 'cpu', hyperparameters: { maxSteps: 2, warmupSteps: 1, globalBatchSize: 2, microBatchSize: 2 } };
  config.evaluate = { ...config.evaluate, evalSamples: 3, baseSamples: 1, maxTokens: 60 };
  await writeFile(file, JSON.stringify(config));
  const questions = (await readFile(path.join(folder, 'development.jsonl'), 'utf8')).trim().split('\n');
  await writeFile(path.join(folder, 'development.jsonl'), `${questions.slice(0, 4).join('\n')}\n`);
}

/** What training need not settle by timing this machine, as it did for the first adapter. */
const unmeasured = { precision: '32-true', maxMinutes: null };

const workspace = await copyWorkspace(shorten);
const artifacts = path.join(workspace, 'datasets/customer/artifacts');

async function readJson(...parts: string[]): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path.join(artifacts, ...parts), 'utf8'));
}

describe('the whole chain, with the real litgpt, converters, quantizer and llama.cpp', () => {
  it.each(stages)('%s', async (stage) => {
    const { status, stderr, stdout } = sqlwright(workspace, stage);
    expect(stderr).not.toContain('error [');
    expect(status).toBe(0);
    expect(stdout).toContain(`Made datasets/customer/artifacts/${stage}`);
    expect((await readJson(stage, 'manifest.json'))['stage']).toBe(stage);
  });

  it('made an adapter of some 10 MB, a merged file and a quantized one', async () => {
    const convert = await readJson('convert', 'manifest.json');
    const files = convert['files'] as Record<string, { bytes: number }>;
    expect(files['adapter.gguf']?.bytes).toBeGreaterThan(5e6);
    expect(files['adapter.gguf']?.bytes).toBeLessThan(15e6);
    expect(Object.keys(files)).toContain('merged-f16.gguf');
    expect(await readdir(path.join(artifacts, 'quantize'))).toContain('Q8_0.gguf');
  });

  it('answers with the model that it made, and says which SQL it ran', () => {
    const { status, stdout } = sqlwright(workspace, 'ask', 'How many customers are there?', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ question: 'How many customers are there?', status: expect.stringMatching(/answered|refused|blocked|failed/) });
  });

  it('evaluated the tuned model beside the base', async () => {
    const { candidates } = await readJson('evaluate', 'evaluation.json');
    expect((candidates as { name: string }[]).map(({ name }) => name)).toEqual(['tuned (Q8_0)', 'base']);
  });

  it('kept the report of the run, and passes the gate that it sets itself', async () => {
    const runs = await readdir(path.join(workspace, 'datasets/customer/runs'));
    expect(runs).toEqual([expect.stringMatching(/^\d{4}-.*\.json$/), 'report.html']);
    expect(sqlwright(workspace, 'gate', '--accept').status).toBe(0);
    expect(sqlwright(workspace, 'gate')).toMatchObject({ status: 0, stdout: 'The gate is passed.\n' });
  });

  it('lost nothing on the way from litgpt to each GGUF', async () => {
    const { status, stdout, stderr } = sqlwright(workspace, 'parity', '--prompts', '2');
    expect(stderr).not.toContain('error [');
    expect(status).toBe(0);
    for (const step of ['litgpt', 'huggingface', 'f16', 'Q8\\\\_0', 'adapter']) expect(stdout).toMatch(new RegExp(`\\| ${step} \\|.*\\| 2 of 2 \\|`));
  });

  it('goes on from an adapter with the very weights that it holds', async () => {
    const dataset = path.join(workspace, 'datasets/customer');
    const config = JSON.parse(await readFile(path.join(dataset, 'dataset.config.json'), 'utf8'));
    config.train = { ...config.train, initialAdapter: 'initial.gguf', hyperparameters: { ...config.train.hyperparameters, learningRate: 1e-9, ...unmeasured } };
    await writeFile(path.join(dataset, 'dataset.config.json'), JSON.stringify(config));
    await copyFile(path.join(artifacts, 'convert/adapter.gguf'), path.join(dataset, 'initial.gguf'));
    const weights = path.join(artifacts, 'train/checkpoint/lit_model.pth.lora');
    await copyFile(weights, path.join(dataset, 'before.lora'));
    expect(sqlwright(workspace, 'train')).toMatchObject({ status: 0 });
    expect((await readJson('train', 'manifest.json'))['details']).toMatchObject({ steps: 2, initialAdapter: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const python = sqlwright(workspace, 'environment').stdout.trim().split('\n').at(-1) ?? '';
    const compare = 'import sys, torch; a, b = (torch.load(file, weights_only=True)["model"] for file in sys.argv[1:]); print(max(float((a[name].float() - b[name].float()).abs().max()) for name in a), len(a))';
    const [difference, tensors] = spawnSync(python, ['-c', compare, path.join(dataset, 'before.lora'), weights], { encoding: 'utf8' }).stdout.split(' ').map(Number);
    expect(tensors).toBe(300);
    expect(difference).toBeLessThan(1e-3);
  });

  it('names the trouble when a file was changed behind its back', async () => {
    await writeFile(path.join(artifacts, 'synthesize/train.json'), '[]');
    const { status, stderr } = sqlwright(workspace, 'train');
    expect(stderr).toContain('error [artifact.invalid]');
    expect(status).toBe(5);
  });
});

describe('with the released adapter', () => {
  const example = 'Get the minimum and maximum age of customers';

  it('answers the example of the article rightly, with its SQL', async () => {
    const { status, stdout } = sqlwright(await copyWorkspace(), 'ask', example, '--json');
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ status: 'answered', rows: [[expect.anything(), expect.anything()]] });
    expect(answer.sql).toMatch(/MIN\(.*MAX\(/);
    const [youngest, oldest] = answer.rows[0].map(Number);
    expect(youngest).toBeGreaterThanOrEqual(17);
    expect(oldest).toBeGreaterThan(youngest);
  });

  it('refuses what the database does not hold', async () => {
    const { stdout } = sqlwright(await copyWorkspace(), 'ask', 'What will the weather be like tomorrow?', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ status: 'refused', sql: null, answer: 'I can only provide information related to our customer data.' });
  });

  it('predicts a file of questions', async () => {
    const folder = await copyWorkspace();
    await writeFile(path.join(folder, 'q.jsonl'), '{"id":"a","question":"How many customers are there?"}\n{"id":"b","question":"Who won the world cup?"}\n');
    expect(sqlwright(folder, 'predict', '--questions', path.join(folder, 'q.jsonl'), '--out', path.join(folder, 'sql.jsonl')).status).toBe(0);
    const lines = (await readFile(path.join(folder, 'sql.jsonl'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
    expect(lines).toEqual([{ id: 'a', sql: expect.stringContaining('COUNT(') }, { id: 'b', sql: null }]);
  });

  it('serves over HTTP and stops when told to', async () => {
    const service = await startService(await copyWorkspace());
    const health = await (await fetch(`${service.url}/healthz`)).json();
    const answer = await (await service.post('/v1/ask', { question: 'How many customers are there?' })).json();
    await service.stop('SIGINT');
    expect(health).toMatchObject({ status: 'ok' });
    expect(answer).toMatchObject({ status: 'answered', rows: [['600']] });
  });

  it('asks a live PostgreSQL, and refuses one that lacks a table', async () => {
    if (!(await hasPostgres())) return;
    const name = `sqlwright_chain_${process.pid}`;
    const admin = (sql: string): void => void spawnSync('psql', ['-h', '127.0.0.1', '-U', 'postgres', '-c', sql]);
    admin(`CREATE DATABASE ${name}`);
    try {
      const url = `postgres://postgres@127.0.0.1:5432/${name}`;
      const folder = await copyWorkspace();
      expect(sqlwright(folder, 'ask', 'How many customers are there?', '--database-url', url)).toMatchObject({ status: 3, stderr: expect.stringContaining('the table "customer" is missing') });
      for (const file of ['schema.sql', 'seed.sql']) spawnSync('psql', ['-h', '127.0.0.1', '-U', 'postgres', '-d', name, '-f', path.join(artifacts, 'schema', file)]);
      const { stdout } = sqlwright(folder, 'ask', 'How many customers are there?', '--json', '--database-url', url);
      expect(JSON.parse(stdout)).toMatchObject({ status: 'answered', rows: [['600']] });
    } finally {
      admin(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
});
