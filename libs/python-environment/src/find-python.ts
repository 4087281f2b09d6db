import { runProgram } from '@sqlwright/child-process';
import { SqlwrightError } from '@sqlwright/errors';
import type { EnvironmentOptions } from './environment-options.ts';

/** The user's own choice comes first; then the newest. */
const candidates = ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'py'];
const printVersion = "import sys; print('%d.%d' % sys.version_info[:2])";

/**
 * The first command that starts a Python of version 3.10 or newer.
 * @throws SqlwrightError python.missing
 */
export async function findPython(options: EnvironmentOptions): Promise<string> {
  const commands = options.pythonCommand === undefined ? candidates : [options.pythonCommand];
  const seen: string[] = [];
  for (const command of commands) {
    const version = await readVersion(command, options.signal);
    if (version !== undefined && isNewEnough(version)) return command;
    seen.push(`${command}: ${version ?? 'not there'}`);
  }
  throw new SqlwrightError('python.missing', `There is no Python 3.10 or newer (${seen.join(', ')}).`, {
    hint: 'Install Python 3.10 to 3.13, with its venv module, so that python3 starts it, and run the same command again.',
  });
}

async function readVersion(command: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  const record = await runProgram({ command, args: ['-c', printVersion], timeoutSeconds: 20, ...(signal === undefined ? {} : { signal }) });
  return record.exitCode === 0 ? record.tail.at(-1) : undefined;
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 10);
}
