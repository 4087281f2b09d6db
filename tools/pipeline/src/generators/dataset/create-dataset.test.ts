import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import type { Tree } from '@nx/devkit';
import { datasetConfigSchema, type DatasetConfig } from '@sqlwright/dataset-config';
import { renderLexicon } from '@sqlwright/dataset-synthesis';
import { fingerprintSchema, parseDdl } from '@sqlwright/schema';
import { createDataset } from './create-dataset.ts';

const ddl = `
CREATE TABLE category (id int PRIMARY KEY, label varchar(40) NOT NULL);
CREATE TABLE order_item (id int PRIMARY KEY, category_id int REFERENCES category(id), price decimal(8,2), sold_at datetime);
`;

describe('the generator of a dataset', () => {
  let folder: string;
  let file: string;
  let tree: Tree;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'dataset-generator-'));
    file = path.join(folder, 'shop.sql');
    await writeFile(file, ddl);
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace();
  });
  const read = (name: string): string => tree.read(`datasets/web-shop/${name}`, 'utf8') ?? '';
  const configuration = (): DatasetConfig => datasetConfigSchema.parse(JSON.parse(read('dataset.config.json')));

  it('writes a schema that is the one of the DDL file', async () => {
    await createDataset(tree, { name: 'web-shop', ddl: file });
    expect(fingerprintSchema(await parseDdl(read('schema.sql')))).toBe(fingerprintSchema(await parseDdl(ddl)));
  });

  it('writes a valid configuration with topics in the words of the schema', async () => {
    await createDataset(tree, { name: 'web-shop', ddl: file });
    const { topics } = configuration().synthesize;
    const focus = Object.fromEntries(topics.map((topic) => [topic.topic, topic.focus]));
    expect(focus['several tables']).toContain('order item with category');
    expect(focus['figures']).toContain('price of order item');
    expect(focus['dates: absolute']).toContain('sold at of order item');
    expect(topics.reduce((sum, { unanswerable }) => sum + unanswerable, 0) / topics.reduce((sum, { samples }) => sum + samples, 0)).toBeGreaterThan(0.1);
    expect(configuration().answer).toMatchObject({ exampleQuestion: 'How many categories are there?', refusal: 'I can only provide information related to our web shop data.' });
    expect(read('README.md')).toContain('says how many (8000)');
  });

  it('speaks of tables as people do', async () => {
    await writeFile(path.join(folder, 'staff.sql'), 'CREATE TABLE staff (id int PRIMARY KEY, name text NOT NULL);');
    await createDataset(tree, { name: 'web-shop', ddl: path.join(folder, 'staff.sql') });
    expect(configuration().answer.exampleQuestion).toBe('How many staff are there?');
    expect(read('development.jsonl')).toContain('How many staff are there?');
  });

  it('writes the lexicon that synthesize would tell by the same rules', async () => {
    await createDataset(tree, { name: 'web-shop', ddl: file });
    expect(read('lexicon.json')).toBe(renderLexicon(await parseDdl(read('schema.sql')), {}));
    expect(JSON.parse(read('lexicon.json')).tables.order_item).toMatchObject({ plural: 'order items', columns: { price: { role: 'amount' } } });
  });

  it('trains from the base, or from what another dataset released', async () => {
    await createDataset(tree, { name: 'web-shop', ddl: file });
    expect(configuration().train).toMatchObject({ profile: 'cpu-long' });
    expect(configuration().train.initialAdapter).toBeUndefined();
    tree.delete('datasets/web-shop');
    tree.write('datasets/other/released/adapter.gguf', 'weights');
    await createDataset(tree, { name: 'web-shop', ddl: file });
    expect(configuration().train.initialAdapter).toBe('../other/released/adapter.gguf');
  });

  it('forbids values to the later stages only where it is told to', async () => {
    await createDataset(tree, { name: 'web-shop', ddl: file });
    expect(configuration().schema.readValues).toBe(true);
    tree.delete('datasets/web-shop');
    await createDataset(tree, { name: 'web-shop', ddl: file, values: false });
    expect(configuration().schema.readValues).toBe(false);
    expect(read('README.md')).toContain('values and rows never do');
  });

  it('asks nothing about dates or figures where the schema has none', async () => {
    await writeFile(path.join(folder, 'labels.sql'), 'CREATE TABLE label (id int PRIMARY KEY, text_value text);');
    await createDataset(tree, { name: 'web-shop', ddl: path.join(folder, 'labels.sql') });
    const names = configuration().synthesize.topics.map(({ topic }) => topic);
    expect(names.filter((name) => /dates|time|figures|several/.test(name))).toEqual([]);
    expect(names).toContain('search');
  });

  it('starts the questions with ones that the schema answers and one that it does not', async () => {
    await createDataset(tree, { name: 'web-shop', ddl: file });
    const questions = read('development.jsonl').trim().split('\n').map((line) => JSON.parse(line) as { question: string; gold: string[] | null });
    expect(questions[0]).toMatchObject({ question: 'How many categories are there?', gold: ['SELECT COUNT(*) FROM category'] });
    expect(questions.at(-1)?.gold).toBeNull();
  });

  it.each([
    ['a name that is none', { name: 'Web Shop' }, 'usage.invalid'],
    ['no source', { name: 'web-shop' }, 'usage.invalid'],
    ['two sources', { name: 'web-shop', ddl: 'shop.sql', url: 'postgres://host/shop' }, 'usage.invalid'],
    ['a file that is not there', { name: 'web-shop', ddl: 'missing.sql' }, 'usage.invalid'],
    ['a database that is down', { name: 'web-shop', url: 'postgres://nobody@127.0.0.1:1/shop' }, 'database.unavailable'],
  ])('refuses %s, with a hint', async (_what, options, code) => {
    await expect(createDataset(tree, options)).rejects.toMatchObject({ code, hint: expect.stringMatching(/.{20}/) });
    expect(tree.exists('datasets/web-shop')).toBe(false);
  });

  it('refuses DDL that is no SQL, and a dataset that is there', async () => {
    await writeFile(path.join(folder, 'broken.sql'), 'CREATE TABLE shop (');
    await expect(createDataset(tree, { name: 'web-shop', ddl: path.join(folder, 'broken.sql') })).rejects.toMatchObject({ code: 'ddl.syntax' });
    await createDataset(tree, { name: 'web-shop', ddl: file });
    await expect(createDataset(tree, { name: 'web-shop', ddl: file })).rejects.toThrow('There is a dataset "web-shop" already');
  });
});
