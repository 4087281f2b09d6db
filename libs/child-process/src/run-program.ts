import { cancelled } from '@sqlwright/errors';
import { execa } from 'execa';
import { createProcessGroup, ownGroup } from './process-group.ts';
import { readLines } from './read-lines.ts';

/** A program to run. Nothing is passed through a shell. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Added to the environment of this process. A variable that is undefined is taken out of it. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  readonly timeoutSeconds?: number;
  /** Called for every line of standard output and standard error, as it comes. */
  readonly onLine?: (line: string) => void;
}

/** How a program ended. `tail` holds its last lines, both streams together. */
export interface ProgramRecord {
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly seconds: number;
  readonly tail: readonly string[];
  /** Set when it could not be started at all. */
  readonly startError: string | undefined;
}

/**
 * Runs a program to its end; never throws because it ended badly, the record says so.
 * @throws SqlwrightError run.cancelled when the signal fired; the program and its children are gone by then
 */
export async function runProgram(program: Program): Promise<ProgramRecord> {
  refuseAborted(program.signal);
  const child = start(program);
  const group = createProcessGroup(child.pid);
  const stop = stopOn(program, () => group.end());
  try {
    return await record(child, program.onLine);
  } catch (thrown) {
    await group.end();
    throw thrown;
  } finally {
    await stop.done();
    group.release();
    refuseAborted(program.signal);
  }
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw cancelled();
}

async function record(child: ReturnType<typeof start>, onLine: Program['onLine']): Promise<ProgramRecord> {
  const startedAt = Date.now();
  const [tail, result] = await Promise.all([readLines(child.iterable({ from: 'all' }), onLine), child]);
  const seconds = (Date.now() - startedAt) / 1000;
  const startError = child.pid === undefined ? result.originalMessage : undefined;
  return { exitCode: result.exitCode, signal: result.signal, seconds, tail, startError };
}

function start(program: Program) {
  return execa(program.command, program.args, {
    all: true,
    buffer: false,
    reject: false,
    stdin: 'ignore',
    detached: ownGroup,
    ...(program.cwd === undefined ? {} : { cwd: program.cwd }),
    ...(program.env === undefined ? {} : { env: program.env }),
  });
}

/** Ends the program when its signal fires or its time is up; `done` takes the watch away and waits for an ending under way. */
function stopOn(program: Program, end: () => Promise<void>): { done: () => Promise<void> } {
  let ending: Promise<void> | undefined;
  const stop = (): void => {
    ending ??= end();
  };
  const timer = program.timeoutSeconds === undefined ? undefined : setTimeout(stop, program.timeoutSeconds * 1000);
  program.signal?.addEventListener('abort', stop, { once: true });
  const done = async (): Promise<void> => {
    clearTimeout(timer);
    program.signal?.removeEventListener('abort', stop);
    await ending;
  };
  return { done };
}
