import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(import.meta.dirname, '../../..');

/** Builds the page as it is now into a folder of its own. */
export async function buildPage(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-page-'));
  const args = [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, args, { cwd: path.join(root, 'apps/web'), env: { ...process.env, NODE_OPTIONS: '' } });
  return folder;
}
