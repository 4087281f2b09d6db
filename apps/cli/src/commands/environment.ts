import path from 'node:path';
import { ensurePythonEnvironment } from '@sqlwright/python-environment';
import { createTerminalProgress } from '../terminal-progress.ts';
import { requireRoot } from '../workspace.ts';

/** Makes the pinned Python environment, or finds it. */
export async function environment(signal: AbortSignal): Promise<void> {
  const progress = createTerminalProgress();
  progress.step('Python environment');
  const made = await ensurePythonEnvironment({ cacheFolder: path.join(requireRoot(), '.cache'), signal, progress: progress.note });
  process.stdout.write(`${made.python}\n`);
}
