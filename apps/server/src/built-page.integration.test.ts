import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPage } from '../test/build-page.ts';
import { openTestServer, type TestServer } from '../test/test-server.ts';

let folder: string;
let test: TestServer;
beforeAll(async () => {
  folder = await buildPage();
  test = await openTestServer({ pageFolder: folder });
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});

describe('the built page', () => {
  it('has less than 100 KB of script, and none of other sites', async () => {
    const assets = await readdir(path.join(folder, 'assets'));
    const scripts = assets.filter((name) => name.endsWith('.js'));
    const sizes = await Promise.all(scripts.map(async (name) => (await stat(path.join(folder, 'assets', name))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
    expect(gzipSync(await readFile(path.join(folder, 'assets', scripts[0] ?? ''))).length).toBeLessThan(30_000);
    expect(await readFile(path.join(folder, 'index.html'), 'utf8')).not.toMatch(/(src|href)="https?:/);
  });

  it('is fetched anew, its files with a digest in their name are kept', async () => {
    const page = await test.server.inject('/');
    expect([page.statusCode, page.headers['cache-control'], page.headers['content-security-policy']]).toEqual([200, 'no-cache', expect.stringContaining("script-src 'self'")]);
    const asset = /\/assets\/[^"]+\.js/.exec(page.body)?.[0] ?? '';
    expect((await test.server.inject(asset)).headers['cache-control']).toContain('immutable');
    expect((await test.server.inject('/assets/../../package.json')).statusCode).toBe(404);
  });
});
