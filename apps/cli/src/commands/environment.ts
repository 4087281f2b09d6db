import { ensurePythonEnvironment } from '@sqlwright/python-environment';
import { createTerminalProgress } from '../terminal-progress.ts';
import { findFolders } from '../workspace.ts';

/** Makes the pinned Python environment, or finds it. */
export async function environment(signal: AbortSignal): Promise<void> {
  const progress = createTerminalProgress();
  progress.step('Python environment');
  const made = await ensurePythonEnvironment({ cacheFolder: findFolders().cacheFolder, signal, progress: progress.note });
  process.stdout.write(`${made.python}\n`);
}
