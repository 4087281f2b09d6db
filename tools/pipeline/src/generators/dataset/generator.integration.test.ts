import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openPostgres } from '@sqlwright/database';
import { hasPostgres } from '@sqlwright/testing';
import { createStubWorkspace, type StubWorkspace } from '../../../test/stub-workspace.ts';

const server = 'postgres://postgres@127.0.0.1:5432';
const database = `sqlwright_generator_${process.pid}`;
const url = `${server}/${database}`;
const shop = `CREATE TYPE finish AS ENUM ('glossy', 'matt');
  CREATE TABLE product (id integer PRIMARY KEY, colour text, finish finish, size text CHECK (size IN ('small', 'large')), price numeric(8,2), added timestamp);`;

async function execute(target: string, sql: string): Promise<void> {
  const opened = await openPostgres(target);
  await opened.execute(sql).finally(() => opened.close());
}

const withPostgres = (await hasPostgres()) ? describe : describe.skip;

describe('nx g @sqlwright/pipeline:dataset', () => {
  let workspace: StubWorkspace;
  beforeAll(async () => {
    workspace = await createStubWorkspace();
  });
  afterAll(() => workspace.remove());
  const generate = (name: string, ...args: string[]): Promise<string> => workspace.nx('g', '@sqlwright/pipeline:dataset', name, ...args);
  const files = (name: string): Record<string, string> => {
    const folder = path.join(workspace.folder, 'datasets', name);
    return Object.fromEntries(readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name: file }) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  };
  const filesBelow = (folder: string): Record<string, string> => {
    const entries = readdirSync(path.join(workspace.folder, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return Object.fromEntries(entries.map(({ parentPath, name }) => [path.join(parentPath, name), readFileSync(path.join(parentPath, name), 'latin1')]));
  };
  const configure = async (name: string, synthesize: object): Promise<void> => {
    const config = JSON.parse(files(name)['dataset.config.json'] ?? '');
    await workspace.edit(`datasets/${name}/dataset.config.json`, JSON.stringify({ ...config, synthesize: { ...config.synthesize, ...synthesize } }));
  };
  const fewSamples = (name: string): Promise<void> => configure(name, { teacher: { provider: 'grammar', samples: 240 }, minimumSamples: 20 });
  const makeSamples = async (name: string): Promise<void> => {
    for (const stage of ['schema', 'synthesize']) await workspace.sqlwright(stage, '--dataset', name);
  };

  it('makes a dataset with all targets from a DDL file', async () => {
    await workspace.edit('tables.sql', 'CREATE TABLE product (id int PRIMARY KEY, label varchar(40), added datetime);');
    await generate('from-file', '--ddl', 'tables.sql');
    expect(Object.keys(files('from-file')).sort()).toEqual(['README.md', 'dataset.config.json', 'development.jsonl', 'lexicon.json', 'schema.sql']);
    expect(await workspace.stagesRunBy('run', 'from-file:schema')).toEqual(['schema']);
  });

  it('leaves nothing for synthesize to write among its own inputs', async () => {
    await workspace.edit('tables.sql', shop);
    await generate('shop-too', '--ddl', 'tables.sql');
    await fewSamples('shop-too');
    const before = files('shop-too');
    await makeSamples('shop-too');
    expect(files('shop-too')).toEqual(before);
  });

  it('ends with one clear message where the database is down', async () => {
    const failure = await generate('from-nowhere', '--url', 'postgres://nobody@127.0.0.1:1/shop').catch((error: { stderr: string; stdout: string }) => error.stdout + error.stderr);
    expect(failure).toContain('cannot be reached');
    expect(failure).toContain('Check that the server runs');
  });

  withPostgres('with a live database', () => {
    beforeAll(async () => {
      await execute(server, `CREATE DATABASE ${database}`);
      await execute(url, `${shop} COMMENT ON COLUMN product.colour IS 'as painted';
        INSERT INTO product SELECT n, CASE WHEN n % 3 = 0 THEN 'azure-secret' ELSE 'crimson-secret' END, 'glossy', 'small', 5, now() FROM generate_series(1, 30) AS n`);
    });
    afterAll(() => execute(server, `DROP DATABASE ${database} WITH (FORCE)`));

    it('reads its schema and nothing of its rows', async () => {
      await generate('from-server', '--url', url);
      const written = files('from-server');
      expect(written['schema.sql']).toContain("COMMENT ON COLUMN product.colour IS 'as painted'");
      expect(JSON.parse(written['dataset.config.json'] ?? '').schema).toMatchObject({ urlVariable: 'FROM_SERVER_DATABASE_URL', seed: { values: {} } });
      expect(Object.values(written).join('\n')).not.toMatch(/azure|127\.0\.0\.1/);
    });

    it('keeps and sends no value of a row with --no-values, in the generator and in every stage after it', async () => {
      await generate('discreet', '--url', url, '--no-values');
      await fewSamples('discreet');
      await makeSamples('discreet');
      await configure('discreet', { teacher: { provider: 'recorded' } });
      await workspace.sqlwright('record', '--dataset', 'discreet');
      const written = filesBelow('datasets/discreet');
      const named = (pattern: RegExp): string[] => Object.entries(written).flatMap(([file, text]) => (pattern.test(file) ? [text] : []));
      expect(JSON.parse(named(/schema.domains\.json$/)[0] ?? '')).toEqual({});
      expect(named(/\.prompt\.txt$/).length).toBeGreaterThan(10);
      // What enums and checks list is schema, not values: it is used.
      expect(named(/samples\.jsonl$/)[0]).toMatch(/finish = 'glossy'/);
      expect(named(/01-.*\.prompt\.txt$/)[0]).toContain("'small'");
      const everything = { ...written, ...filesBelow('.cache') };
      expect(Object.keys(everything).filter((file) => /\b(crimson|azure)-secret\b/i.test(everything[file] ?? ''))).toEqual([]);
    });

    it('takes values along only when told to', async () => {
      await generate('with-values', '--url', url, '--values');
      expect(JSON.parse(files('with-values')['dataset.config.json'] ?? '').schema.seed.values).toMatchObject({ 'product.colour': ['crimson-secret', 'azure-secret'] });
    });
  });
});
