import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** The real command: the program, and what comes before the arguments. */
export const command = [process.execPath, '--conditions=@sqlwright/source', '--disable-warning=ExperimentalWarning', path.join(root, 'apps/cli/bin/sqlwright.js')] as const;

/** The environment of a command that runs in a workspace of its own: nothing of how the tests were started. */
export function environment(): NodeJS.ProcessEnv {
  const { INIT_CWD: _outer, NODE_OPTIONS: _options, ...others } = process.env;
  return others;
}

/** How the command ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command in a workspace. */
export function sqlwright(workspace: string, ...args: string[]): Ended {
  const [program, ...options] = command;
  return spawnSync(program, [...options, ...args], { cwd: workspace, encoding: 'utf8', env: environment(), maxBuffer: 2 ** 26 });
}

/** What the copy of a dataset is without. */
const made = new Set(['artifacts', 'runs', 'served']);

/** Makes a workspace of its own with a copy of the customer dataset; the cache (Python, base model) is that of this workspace. */
export async function copyWorkspace(edit: (datasetFolder: string) => Promise<void> = async () => {}): Promise<string> {
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-cli-'));
  await writeFile(path.join(workspace, 'nx.json'), '{}');
  const folder = path.join(workspace, 'datasets', 'customer');
  await mkdir(folder, { recursive: true });
  await mkdir(path.join(root, '.cache'), { recursive: true });
  await symlink(path.join(root, '.cache'), path.join(workspace, '.cache'));
  const customer = path.join(root, 'datasets/customer');
  await cp(customer, folder, { recursive: true, filter: (source) => !made.has(path.relative(customer, source)) });
  await edit(folder);
  return workspace;
}

/** Replaces a text in a file that must hold it. */
export async function replaceIn(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} holds no ${from}`);
  await writeFile(file, text.replace(from, to));
}
