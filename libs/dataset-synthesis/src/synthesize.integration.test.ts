import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { silentProgress } from '@sqlwright/artifacts';
import { openPglite, renderSeededDatabase, type Database } from '@sqlwright/database';
import { loadDatasetConfig } from '@sqlwright/dataset-config';
import { createScriptedModel } from '@sqlwright/language-model/testing';
import { fingerprintSchema, parseDdl } from '@sqlwright/schema';
import { synthesizeByGrammar } from './grammar/synthesize-by-grammar.ts';
import { openLexicon } from './open-lexicon.ts';
import { synthesize } from './synthesize.ts';
import type { SynthesizeInput } from './synthesize-input.ts';

const workspace = path.join(import.meta.dirname, '../../..');

/** The recorded answers of the customer dataset and what the grammar adds to them, on its seeded database. */
async function customerInput(database: Database): Promise<SynthesizeInput> {
  const { folder, config } = await loadDatasetConfig(workspace, 'customer');
  const schema = await parseDdl(await readFile(path.join(folder, config.schema.ddl), 'utf8'));
  const recorded = path.join(folder, 'recorded');
  const { answers } = JSON.parse(await readFile(path.join(recorded, 'recording.json'), 'utf8')) as { answers: { promptFile: string; replyFile: string }[] };
  const replies = new Map<string, string>();
  for (const { promptFile, replyFile } of answers) replies.set(await readFile(path.join(recorded, promptFile), 'utf8'), await readFile(path.join(recorded, replyFile), 'utf8'));
  const teacher = createScriptedModel(({ message }) => replies.get(message) ?? '', { name: 'recorded:test' });
  // A scripted model counts words, and a whole reply must come through.
  const settings = { ...config.synthesize, replyTokens: 1_000_000 };
  const { supplement, showValues, today } = config.synthesize;
  const domains = showValues ? await database.readDomains(schema) : {};
  const lexicon = await openLexicon(path.join(folder, 'lexicon.json'), schema, domains);
  const samples = supplement === undefined ? [] : synthesizeByGrammar({ schema, domains, lexicon, ...supplement, abstention: config.prompt.abstention, today });
  return { schema, schemaFingerprint: fingerprintSchema(schema), schemaDigest: '0'.repeat(64), config: settings, values: config.schema.seed.values, abstention: config.prompt.abstention, source: { kind: 'teacher', teacher, replyCache: undefined }, supplement: samples, database };
}

describe('the customer dataset', () => {
  let folder: string;
  let database: Database;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-synthesize-'));
    database = await openPglite();
    const { folder: customer, config } = await loadDatasetConfig(workspace, 'customer');
    const schema = await parseDdl(await readFile(path.join(customer, config.schema.ddl), 'utf8'));
    for (const statement of renderSeededDatabase(schema, config.schema.seed)) await database.execute(statement);
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  it('is right: nearly all SQL runs, a tenth cannot be answered, no template is on both sides', async () => {
    const input = await customerInput(database);
    const run = { dataset: 'customer', folder: path.join(folder, 'synthesize'), signal: new AbortController().signal, progress: silentProgress };
    await synthesize(run, input);
    const report = JSON.parse(await readFile(path.join(run.folder, 'report.json'), 'utf8'));
    expect(report.samples.verified).toBeGreaterThan(report.samples.requested * 0.95);
    expect(report.samples.unanswerableShare).toBeGreaterThanOrEqual(0.1);
    const samples = (await readFile(path.join(run.folder, 'samples.jsonl'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as { template: string; split: string; question: string });
    const templates = (side: string): Set<string> => new Set(samples.filter(({ split }) => split === side).map(({ template }) => template));
    const shared = [...templates('eval')].filter((template) => templates('train').has(template));
    expect(shared).toEqual([]);
    expect(new Set(samples.map(({ question }) => question)).size).toBe(samples.length);
  });

  it('is the same, byte for byte, when it is made again', async () => {
    const input = await customerInput(database);
    const part = { ...input, config: { ...input.config, topics: input.config.topics.slice(0, 15) }, supplement: (input.supplement ?? []).slice(0, 500) };
    const run = { dataset: 'customer', folder: path.join(folder, 'part'), signal: new AbortController().signal, progress: silentProgress };
    expect(await synthesize(run, part)).toEqual(await synthesize(run, part));
  });
});
