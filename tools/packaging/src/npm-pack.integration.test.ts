import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const repository = path.join(import.meta.dirname, '../../..');
const { NODE_OPTIONS: _ofJest, ...environment } = process.env;

/** Uses two packed libraries as another program would: what they export, the worker thread of PGlite, the error of a sibling. */
const consumer = `
import { parseDdl, renderDdl } from '@sqlwright/schema';
import { openPglite } from '@sqlwright/database';
const database = await openPglite();
await database.execute(renderDdl(await parseDdl('CREATE TABLE product (id INT PRIMARY KEY, sold DATETIME);')));
const { tables } = await database.introspect();
const failure = await parseDdl('CREATE TABLE').catch((error) => error.code);
await database.close();
console.log(JSON.stringify({ columns: tables[0].columns.map((column) => column.type), failure }));
`;

describe('npm pack of a library', () => {
  let folder: string;
  const run = (command: string, args: readonly string[], cwd: string): Promise<{ stdout: string }> => promisify(execFile)(command, args, { cwd, env: environment });
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'npm-pack-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives a tarball that works in an empty folder', async () => {
    await run('npm', ['pack', '--workspace', '@sqlwright/schema', '--workspace', '@sqlwright/database', '--pack-destination', folder], repository);
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...globSync('*.tgz', { cwd: folder }).map((file) => `./${file}`)], folder);
    await writeFile(path.join(folder, 'consumer.js'), consumer);
    const { stdout } = await run(process.execPath, ['consumer.js'], folder);
    expect(JSON.parse(stdout)).toEqual({ columns: ['integer', 'timestamp'], failure: 'ddl.syntax' });
  });

  it('packs no TypeScript source and no import of one', async () => {
    const packed = path.join(folder, 'node_modules/@sqlwright');
    const code = globSync(['**/@sqlwright/*/dist/**/*.js', '*/dist/**/*.js'], { cwd: packed });
    expect(code.length).toBeGreaterThan(20);
    for (const file of code) expect(await readFile(path.join(packed, file), 'utf8')).not.toMatch(/from '\.[^']*\.ts'/);
    expect(globSync('**/@sqlwright/*/src', { cwd: folder })).toEqual([]);
  });

  it('leaves the workspace as it was', async () => {
    const library = path.join(repository, 'libs/database');
    expect(await readFile(path.join(library, 'package.json'), 'utf8')).toContain('"@sqlwright/source"');
    expect(existsSync(path.join(library, 'node_modules/@sqlwright'))).toBe(false);
  });
});
