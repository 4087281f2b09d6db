import net from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openPostgres } from '@sqlwright/database';
import { createStubWorkspace, type StubWorkspace } from '../../../test/stub-workspace.ts';

const server = 'postgres://postgres@127.0.0.1:5432';
const database = `sqlwright_generator_${process.pid}`;
const url = `${server}/${database}`;

function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(5432, '127.0.0.1', () => resolve(socket.destroy() !== undefined));
    socket.on('error', () => resolve(false));
  });
}

async function execute(target: string, sql: string): Promise<void> {
  const opened = await openPostgres(target);
  await opened.execute(sql).finally(() => opened.close());
}

const withPostgres = (await isListening()) ? describe : describe.skip;

describe('nx g @sqlwright/pipeline:dataset', () => {
  let workspace: StubWorkspace;
  beforeAll(async () => {
    workspace = await createStubWorkspace();
  });
  afterAll(() => workspace.remove());
  const generate = (name: string, ...args: string[]): Promise<string> => workspace.nx('g', '@sqlwright/pipeline:dataset', name, ...args);
  const files = (name: string): Record<string, string> => {
    const folder = path.join(workspace.folder, 'datasets', name);
    return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  };

  it('makes a dataset with all targets from a DDL file', async () => {
    await workspace.edit('tables.sql', 'CREATE TABLE product (id int PRIMARY KEY, label varchar(40), added datetime);');
    await generate('from-file', '--ddl', 'tables.sql');
    expect(Object.keys(files('from-file')).sort()).toEqual(['README.md', 'dataset.config.json', 'development.jsonl', 'schema.sql']);
    expect(await workspace.stagesRunBy('run', 'from-file:schema')).toEqual(['schema']);
  });

  it('ends with one clear message where the database is down', async () => {
    const failure = await generate('from-nowhere', '--url', 'postgres://nobody@127.0.0.1:1/shop').catch((error: { stderr: string; stdout: string }) => error.stdout + error.stderr);
    expect(failure).toContain('cannot be reached');
    expect(failure).toContain('Check that the server runs');
  });

  withPostgres('with a live database', () => {
    beforeAll(async () => {
      await execute(server, `CREATE DATABASE ${database}`);
      await execute(url, `CREATE TABLE product (id integer PRIMARY KEY, colour text); COMMENT ON COLUMN product.colour IS 'as painted';
        INSERT INTO product VALUES (1, 'red'), (2, 'red'), (3, 'blue')`);
    });
    afterAll(() => execute(server, `DROP DATABASE ${database} WITH (FORCE)`));

    it('reads its schema and nothing of its rows', async () => {
      await generate('from-server', '--url', url);
      const written = files('from-server');
      expect(written['schema.sql']).toContain("COMMENT ON COLUMN product.colour IS 'as painted'");
      expect(JSON.parse(written['dataset.config.json'] ?? '').schema).toMatchObject({ urlVariable: 'FROM_SERVER_DATABASE_URL', seed: { values: {} } });
      expect(Object.values(written).join('\n')).not.toMatch(/blue|127\.0\.0\.1/);
    });

    it('takes values along only when told to', async () => {
      await generate('with-values', '--url', url, '--values');
      expect(JSON.parse(files('with-values')['dataset.config.json'] ?? '').schema.seed.values).toEqual({ 'product.colour': ['red', 'blue'] });
    });
  });
});
