import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createKeyring, makeKey } from '../security/keyring.ts';
import { findSchemathesis } from '../../test/find-schemathesis.ts';
import { openTestServer } from '../../test/test-server.ts';

const schemathesis = findSchemathesis();
const settings = path.join(import.meta.dirname, '../../test/schemathesis.toml');

(schemathesis === undefined ? it.skip : it)('the service keeps to its description, whatever is asked of it', async () => {
  const { key, stored } = makeKey('tests', '2026-01-01');
  const test = await openTestServer({ keyring: createKeyring([stored]), requestsPerMinute: 1_000_000, bodyBytes: 16 * 1024 }, { running: 2, waiting: 32 });
  // It leaves a folder of what failed.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-schemathesis-'));
  const address = await test.server.listen({ port: 0, host: '127.0.0.1' });
  try {
    const args = ['--no-color', '--config-file', settings, 'run', `${address}/docs/json`, '--header', `Authorization: Bearer ${key}`];
    const { stdout } = await promisify(execFile)(schemathesis ?? '', args, { cwd: folder, maxBuffer: 2 ** 26 }).catch((error: Error & { stdout?: string }) => {
      throw new Error(error.stdout ?? error.message);
    });
    expect(stdout).toMatch(/Tested: 10\b/);
    expect(test.defects).toEqual([]);
  } finally {
    await test.close();
    await rm(folder, { recursive: true });
  }
});
