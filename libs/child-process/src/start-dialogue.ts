import { cancelled, SqlwrightError } from '@sqlwright/errors';
import { execa } from 'execa';
import { createProcessGroup, ownGroup } from './process-group.ts';
import { readLines } from './read-lines.ts';
import type { Program } from './run-program.ts';

/** A running program that answers every line of its standard input with one line of its standard output. */
export interface Dialogue {
  /** Its process id; undefined where it could not be started, which the first `ask` tells. */
  readonly pid: number | undefined;
  /**
   * Sends one line and waits for the one that answers it; one question at a time.
   * @throws SqlwrightError child.failed where the program ended instead, run.cancelled where the signal fired
   */
  ask(line: string): Promise<string>;
  /** Ends its standard input and waits for its end; one that goes on is ended with its children. */
  close(): Promise<void>;
}

const shownLines = 12;

/**
 * Starts a program to talk with. What it writes to standard error goes to `onLine`. When the signal fires, it and its children are ended.
 * @throws SqlwrightError run.cancelled where the signal had fired before
 */
export function startDialogue(program: Omit<Program, 'timeoutSeconds'>): Dialogue {
  const { signal } = program;
  if (signal?.aborted === true) throw cancelled();
  const child = start(program);
  const group = createProcessGroup(child.pid);
  const tail = readLines(child.iterable({ from: 'stderr' }), program.onLine);
  const replies = child.iterable({ from: 'stdout' })[Symbol.asyncIterator]();
  const end = (): void => void group.end();
  signal?.addEventListener('abort', end, { once: true });
  // A program that has ended reads nothing any more; the reply that does not come says so.
  child.stdin.on('error', () => undefined);
  return {
    pid: child.pid,
    ask: async (line) => {
      child.stdin.write(`${line}\n`);
      const { value, done } = await replies.next();
      if (signal?.aborted === true) throw cancelled();
      if (done === true) throw ended(program, (await child).originalMessage, await tail);
      return String(value);
    },
    close: async () => {
      child.stdin.end();
      await Promise.race([child, group.patience()]);
      await group.end();
      group.release();
      signal?.removeEventListener('abort', end);
    },
  };
}

function start(program: Omit<Program, 'timeoutSeconds'>) {
  return execa(program.command, program.args, {
    stdin: 'pipe',
    buffer: false,
    reject: false,
    detached: ownGroup,
    ...(program.cwd === undefined ? {} : { cwd: program.cwd }),
    ...(program.env === undefined ? {} : { env: program.env }),
  });
}

function ended({ command, args }: Pick<Program, 'command' | 'args'>, startError: string | undefined, tail: readonly string[]): SqlwrightError {
  const told = tail.length > 0 ? tail.slice(-shownLines).join('\n') : (startError ?? 'It said nothing.');
  return new SqlwrightError('child.failed', `The program ${[command, ...args].join(' ')} ended before its answer:\n${told}`, { hint: 'Its last lines above say why.' });
}
