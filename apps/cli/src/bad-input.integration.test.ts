import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyWorkspace, replaceIn, sqlwright } from '../test/workspace-copy.ts';

const oneError = (code: string) => new RegExp(`error \\[${code.replace('.', '\\.')}\\] [^\\n]+(\\n  [^\\n]+)*\\nhint: [^\\n]+\\n$`);

describe('sqlwright with bad input', () => {
  it('suggests the configuration key that was meant', async () => {
    const workspace = await copyWorkspace((folder) => replaceIn(path.join(folder, 'dataset.config.json'), '"quantize"', '"quantise"'));
    const { status, stderr } = sqlwright(workspace, 'schema');
    expect(stderr).toMatch(/unknown key quantise \(did you mean "quantize"\?\)/);
    expect(status).toBe(2);
  });

  it('names a column that a key needs and the DDL lacks', async () => {
    const workspace = await copyWorkspace((folder) => replaceIn(path.join(folder, 'schema.sql'), 'address_key INT PRIMARY KEY,\n    customer_key INT,', 'address_key INT PRIMARY KEY,'));
    const { status, stderr } = sqlwright(workspace, 'schema');
    expect(stderr).toMatch(oneError('ddl.invalid'));
    expect(stderr).toContain('"customer_key"');
    expect(status).toBe(2);
  });

  it('gives the place of a statement that is no schema', async () => {
    const workspace = await copyWorkspace((folder) => replaceIn(path.join(folder, 'schema.sql'), 'CREATE TABLE contact', "INSERT INTO customer VALUES (1);\nCREATE TABLE contact"));
    const { status, stderr } = sqlwright(workspace, 'schema');
    expect(stderr).toMatch(/DDL line \d+, column 1: /);
    expect(status).toBe(2);
  });

  it('keeps the last good artifact when a stage fails', async () => {
    const workspace = await copyWorkspace();
    const folder = path.join(workspace, 'datasets/customer');
    expect(sqlwright(workspace, 'schema').status).toBe(0);
    const manifest = await readFile(path.join(folder, 'artifacts/schema/manifest.json'), 'utf8');
    await replaceIn(path.join(folder, 'schema.sql'), 'CREATE TABLE contact', 'CREATE TABLE contact contact');
    expect(sqlwright(workspace, 'schema').status).toBe(2);
    expect(await readFile(path.join(folder, 'artifacts/schema/manifest.json'), 'utf8')).toBe(manifest);
  });

  it('tells a damaged model file', async () => {
    const workspace = await copyWorkspace(async (folder) => {
      const adapter = path.join(folder, 'released/adapter.gguf');
      await writeFile(adapter, (await readFile(adapter)).subarray(0, 100_000));
    });
    const { status, stderr } = sqlwright(workspace, 'ask', 'How many customers?');
    expect(stderr).toMatch(oneError('model.invalid'));
    expect(status).toBe(3);
  });

  it('refuses a model that was trained for another schema', async () => {
    const workspace = await copyWorkspace((folder) => replaceIn(path.join(folder, 'schema.sql'), 'phone VARCHAR(20)', 'telephone VARCHAR(20)'));
    const { status, stderr } = sqlwright(workspace, 'ask', 'How many customers?');
    expect(stderr).toMatch(oneError('schema.mismatch'));
    expect(status).toBe(3);
  });

  it('names the place of a database that is down, without its password', async () => {
    const { status, stderr } = sqlwright(await copyWorkspace(), 'ask', 'How many customers?', '--database-url', 'postgres://me:hush@127.0.0.1:1/shop');
    expect(stderr).toMatch(oneError('database.unavailable'));
    expect(stderr).not.toContain('hush');
    expect(status).toBe(4);
  });

  it('names the stage that is missing', async () => {
    const { status, stderr } = sqlwright(await copyWorkspace(), 'quantize');
    expect(stderr).toMatch(oneError('artifact.missing'));
    expect(status).toBe(5);
  });

  it('writes errors as JSON for programs', async () => {
    const { status, stderr } = sqlwright(await copyWorkspace(), 'ask', '--dataset', 'custmer', '--json', 'How many?');
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'config.missing', hint: expect.stringContaining('customer') } });
    expect(status).toBe(2);
  });

  it('explains a command line that it does not understand', async () => {
    const { status, stderr } = sqlwright(await copyWorkspace(), 'aks');
    expect(stderr).toMatch(oneError('usage.invalid'));
    expect(status).toBe(2);
  });
});

describe('sqlwright with a full disk', () => {
  it('says so and leaves no half artifact', async () => {
    const workspace = await copyWorkspace();
    const artifacts = path.join(workspace, 'datasets/customer/artifacts');
    await mkdir(artifacts);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', artifacts]).status === 0;
    if (!mounted) return void process.stderr.write('SKIPPED: a small file system cannot be mounted here, the full disk is not tried.\n');
    try {
      const { status, stderr } = sqlwright(workspace, 'schema');
      expect(stderr).toMatch(oneError('disk.full'));
      expect(status).toBe(8);
      expect(spawnSync('ls', [artifacts], { encoding: 'utf8' }).stdout).toBe('');
    } finally {
      spawnSync('umount', [artifacts]);
    }
  });
});
