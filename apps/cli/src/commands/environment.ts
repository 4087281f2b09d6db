import path from 'node:path';
import { SqlwrightError } from '@sqlwright/errors';
import { ensurePythonEnvironment } from '@sqlwright/python-environment';
import { createTerminalProgress } from '../terminal-progress.ts';
import { findRoot } from '../workspace.ts';

/** Makes the pinned Python environment, or finds it. */
export async function environment(signal: AbortSignal): Promise<void> {
  const root = findRoot(process.cwd());
  if (root === undefined) throw new SqlwrightError('usage.invalid', 'This folder is in no sqlwright workspace.', { hint: 'Change to the folder that holds nx.json and datasets/.' });
  const progress = createTerminalProgress();
  progress.step('Python environment');
  const made = await ensurePythonEnvironment({ cacheFolder: path.join(root, '.cache'), signal, progress: progress.note });
  process.stdout.write(`${made.python}\n`);
}
