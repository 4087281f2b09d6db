import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { silentProgress, type StageRun } from '@sqlwright/artifacts';
import type { Database } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { createScriptedModel } from '@sqlwright/language-model/testing';
import { parseDdl } from '@sqlwright/schema';
import { synthesize } from './synthesize.ts';
import type { SynthesizeInput } from './synthesize-input.ts';

const ddl = 'CREATE TABLE customer (id int PRIMARY KEY, name text, active boolean); CREATE TABLE address (id int PRIMARY KEY, customer_id int REFERENCES customer (id), city text);';
const digest = 'a'.repeat(64);
const abstention = "I don't know";

/** Runs whatever does not say that it is slow or wrong. */
const database: Database = {
  kind: 'pglite',
  read: async (sql) => {
    if (sql.includes('slow')) throw new SqlwrightError('database.timeout', 'too long', { hint: '' });
    if (sql.includes('wrong')) throw new SqlwrightError('database.query-failed', 'no such thing', { hint: '' });
    return { columns: ['x'], rows: [[1]], truncated: false };
  },
  introspect: () => Promise.reject(new Error('not asked for')),
  readDomains: async () => ({}),
  execute: async () => {},
  close: async () => {},
};

const sample = (sql: string, tables: string[], question: string): string => JSON.stringify({ questions: [question, `${question}, short`, `${question}, please`], tables, sql });
const reply = [
  sample('select name from customer where active = true;', ['customer'], 'who is active'),
  sample("SELECT name FROM customer WHERE name ILIKE 'A%'", ['customer'], 'names with A'),
  sample("SELECT name FROM customer WHERE name ILIKE 'B%'", ['customer'], 'names with B'),
  sample('SELECT city FROM address', ['address'], 'cities'),
  sample('SELECT c.name, a.city FROM customer c JOIN address a ON c.id = a.customer_id', ['customer', 'address'], 'who lives where'),
  sample(abstention, [], 'tomorrow’s weather'),
  sample('I don’t know.', [], 'the share price'),
  sample('DELETE FROM customer', ['customer'], 'remove all'),
  sample('SELECT secret FROM staff', ['staff'], 'secrets'),
  sample("SELECT name FROM customer WHERE name = 'slow'", ['customer'], 'slow'),
  sample("SELECT name FROM customer WHERE name = 'wrong'", ['customer'], 'wrong'),
  sample('SELECT COUNT(*) FROM customer', ['address'], 'how many'),
  sample('SELECT city, COUNT(*) FROM address GROUP BY city', ['address'], 'Cities'),
].join('\n');

describe('synthesize', () => {
  let folder: string;
  let run: StageRun;
  let input: SynthesizeInput;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-synthesize-'));
    run = { dataset: 'shop', folder: path.join(folder, 'synthesize'), signal: new AbortController().signal, progress: silentProgress };
    const config: SynthesizeInput['config'] = {
      teacher: { provider: 'recorded', folder: 'recorded' },
      topics: [{ topic: 'all', focus: 'Everything.', samples: 13, unanswerable: 2 }],
      today: '2026-11-22',
      notes: [],
      showValues: true,
      obfuscate: false,
      replyTokens: 1000,
      statementSeconds: 1,
      evalFraction: 0.2,
      splitSeed: 1,
      minimumSamples: 5,
    };
    input = { schema: await parseDdl(ddl), schemaFingerprint: digest, schemaDigest: digest, config, values: {}, abstention, source: { kind: 'teacher', teacher: createScriptedModel(() => reply, { name: 'scripted:teacher' }), replyCache: undefined }, database };
  });
  afterEach(() => rm(folder, { recursive: true }));

  const read = (name: string): Promise<string> => readFile(path.join(run.folder, name), 'utf8');
  const readLines = async (name: string): Promise<Record<string, unknown>[]> => (await read(name)).trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  const readTraining = async (): Promise<Record<string, string>[]> => [...JSON.parse(await read('train.json')), ...JSON.parse(await read('eval.json'))];

  it('keeps what passes every check, and the rest with its reason', async () => {
    await synthesize(run, input);
    const rejects = await readLines('rejects.jsonl');
    expect(rejects.map(({ reason }) => reason)).toEqual(['guard-modifies-data', 'guard-unknown-relation', 'query-too-slow', 'query-failed', 'tables-not-named', ...Array(3).fill('conflicting-question')]);
    const report = JSON.parse(await read('report.json'));
    expect(report).toMatchObject({ samples: { requested: 13, received: 13, verified: 8, unanswerable: 2, unanswerableShare: 0.25 }, statements: { different: 7, respelled: 2 } });
    expect(report.pairs.train + report.pairs.eval).toBe(8 * 3 - 3);
  });

  it('gives each sample the definitions of the tables that its SQL reads', async () => {
    await synthesize(run, input);
    const training = await readTraining();
    const find = (question: string): Record<string, string> => training.find((entry) => entry['input'] === question) ?? {};
    expect(find('cities')).toMatchObject({ output: 'SELECT city FROM address', instruction: expect.not.stringContaining('TABLE customer') });
    expect(find('who is active, please')).toMatchObject({ output: 'SELECT name FROM customer WHERE active', instruction: expect.not.stringContaining('TABLE address') });
    expect(find('who lives where')['output']).toBe('SELECT c.name, a.city FROM customer c JOIN address a ON a.customer_id = c.id');
    expect(find('the share price')).toMatchObject({ output: abstention, instruction: expect.stringMatching(/TABLE customer[\s\S]*TABLE address/) });
  });

  it('has no SQL template and no sample on both sides', async () => {
    await synthesize(run, input);
    const samples = await readLines('samples.jsonl');
    const sidesOf = (key: (sample: Record<string, unknown>) => string): number[] => {
      const sides = Map.groupBy(samples, key);
      return [...sides.values()].map((group) => new Set(group.map(({ split }) => split)).size);
    };
    expect(new Set(sidesOf(({ template }) => String(template)))).toEqual(new Set([1]));
    expect(new Set(sidesOf(({ id }) => String(id).slice(0, 6)))).toEqual(new Set([1]));
    expect(new Set(samples.map(({ split }) => split))).toEqual(new Set(['train', 'eval']));
  });

  it('gives the same files again', async () => {
    const first = await synthesize(run, input);
    expect(await synthesize(run, input)).toEqual(first);
    expect(Object.keys(first.files)).toEqual(['coverage.md', 'eval.json', 'rejects.jsonl', 'report.json', 'samples.jsonl', 'train.json']);
  });

  it('leaves the last good artifact when too few samples pass', async () => {
    const manifest = await synthesize(run, input);
    const more = { ...input, config: { ...input.config, minimumSamples: 9 } };
    await expect(synthesize(run, more)).rejects.toMatchObject({ code: 'dataset.too-small', message: expect.stringMatching(/8 of 13 .* 1 guard-modifies-data/) });
    expect(JSON.parse(await read('manifest.json'))).toEqual(manifest);
    expect(await readdir(folder)).toEqual(['synthesize']);
  });

  it('takes samples that are there through the same checks', async () => {
    const written = ['SELECT name FROM customer', 'SELECT id FROM customer', 'SELECT city FROM address', 'SELECT id FROM address', 'DELETE FROM address', abstention].map((sql, index) => ({
      topic: 'lists', questions: [`Plain ${index}?`, `terse ${index}`, `Polite ${index}, please`] as const, tables: sql.includes('customer') ? ['customer'] : ['address'], sql,
    }));
    const manifest = await synthesize(run, { ...input, source: { kind: 'samples', name: 'grammar', samples: written } });
    expect(manifest.details).toMatchObject({ teacher: 'grammar', samples: { requested: 6, received: 6, verified: 5, unanswerable: 1 } });
    expect((await readLines('rejects.jsonl')).map(({ reason }) => reason)).toEqual(['guard-modifies-data']);
    expect((await readLines('samples.jsonl')).map(({ style }) => style)).toEqual(expect.arrayContaining(['plain', 'terse', 'polite']));
  });

  it('stops when it is cancelled', async () => {
    await expect(synthesize({ ...run, signal: AbortSignal.abort() }, input)).rejects.toMatchObject({ code: 'run.cancelled' });
  });

  it('adds the samples of a supplement after those of the teacher, whose word counts where both ask the same', async () => {
    const grammar = (sql: string, question: string) => ({ topic: 'counts', questions: [question, `${question} now`, `${question} thanks`] as const, tables: ['customer'], sql });
    await synthesize(run, { ...input, supplement: [grammar('SELECT COUNT(*) FROM customer WHERE active', 'how many are active'), grammar('SELECT id FROM customer', 'who is active')] });
    const read = async (name: string): Promise<{ id: string; question?: string; reason?: string }[]> => (await readFile(path.join(run.folder, name), 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
    expect((await read('samples.jsonl')).filter(({ question }) => question === 'how many are active')).toMatchObject([{ id: 'grammar-01-001-1', sql: 'SELECT COUNT(*) FROM customer WHERE active' }]);
    expect(await read('rejects.jsonl')).toContainEqual(expect.objectContaining({ id: 'grammar-01-002-1', reason: 'conflicting-question' }));
  });
});
