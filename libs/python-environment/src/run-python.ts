import { runProgram } from '@sqlwright/child-process';
import { SqlwrightError } from '@sqlwright/errors';
import type { EnvironmentOptions } from './environment-options.ts';

const shownLines = 12;

/**
 * Runs one step of making the environment.
 * @throws SqlwrightError python.environment with the program's last lines, disk.full, run.cancelled
 */
export async function runPython(command: string, args: readonly string[], options: EnvironmentOptions, what: string, variables: Readonly<Record<string, string>> = {}): Promise<void> {
  const record = await runProgram({
    command,
    args,
    env: { PYTHONUNBUFFERED: '1', ...variables },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.progress === undefined ? {} : { onLine: options.progress }),
  });
  if (record.exitCode === 0) return;
  const tail = record.startError ?? record.tail.slice(-shownLines).join('\n');
  if (/No space left on device|Errno 28/.test(tail)) {
    throw new SqlwrightError('disk.full', `${what} failed: there is no space left on the disk.`, { hint: 'The Python environment needs some 2 GB (8 GB with CUDA). Free some space and run the same command again.' });
  }
  throw new SqlwrightError('python.environment', `${what} failed:\n${tail}`, { hint: hintFor(tail) });
}

function hintFor(tail: string): string {
  if (/ensurepip|No module named venv/.test(tail)) return 'Install the venv module of this Python (package python3-venv on Debian and Ubuntu) and run the same command again.';
  if (/No module named pip/.test(tail)) return 'Install pip for this Python (package python3-pip on Debian and Ubuntu) and run the same command again.';
  if (/CMAKE_C(XX)?_COMPILER|Failed building wheel for llama/.test(tail)) return 'Install a C++ compiler (packages build-essential and cmake on Debian and Ubuntu) and run the same command again.';
  return 'Check that pip can reach its package index (pip config list shows the settings) and run the same command again.';
}
