import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const cli = path.join(root, 'apps/cli/bin/sqlwright.js');
const node = process.execPath;

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function sqlwright(cwd: string, ...args: string[]): Ended {
  const { INIT_CWD: _ignored, ...environment } = process.env;
  return spawnSync(node, ['--conditions=@sqlwright/source', '--disable-warning=ExperimentalWarning', cli, ...args], { cwd, encoding: 'utf8', env: environment });
}

/** A workspace of its own with the customer dataset, sharing the cache of this one. */
async function copyWorkspace(edit: (folder: string) => Promise<void> = async () => {}): Promise<string> {
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-cli-'));
  await writeFile(path.join(workspace, 'nx.json'), '{}');
  const folder = path.join(workspace, 'datasets', 'customer');
  await mkdir(folder, { recursive: true });
  await mkdir(path.join(root, '.cache'), { recursive: true });
  await symlink(path.join(root, '.cache'), path.join(workspace, '.cache'));
  for (const name of ['dataset.config.json', 'schema.sql', 'released']) await cp(path.join(root, 'datasets/customer', name), path.join(folder, name), { recursive: true });
  await edit(folder);
  return workspace;
}

async function replaceIn(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} holds no ${from}`);
  await writeFile(file, text.replace(from, to));
}

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
