import { statfs } from 'node:fs/promises';
import { runProgram, type Program, type ProgramRecord } from '@sqlwright/child-process';
import { SqlwrightError, type ErrorCode } from '@sqlwright/errors';

/** What is said when a program ends badly. */
export interface Step {
  /** What the program does, as the subject of a sentence. */
  readonly what: string;
  /** The folder that it writes to. */
  readonly folder: string;
  readonly code: ErrorCode;
  readonly hint: string;
}

const shownLines = 15;
const leastFreeBytes = 4 * 2 ** 20;

/**
 * Runs a program of a stage; what it printed last is part of the error.
 * @throws SqlwrightError the step's code; disk.full; run.cancelled
 */
export async function runStep(program: Program, step: Step): Promise<void> {
  const record = await runProgram(program);
  if (record.exitCode === 0) return;
  if (await isDiskFull(record, step.folder)) throw diskFull(step);
  throw new SqlwrightError(step.code, describe(record, step), { hint: record.signal === 'SIGKILL' ? memoryHint : step.hint });
}

const memoryHint = 'It was killed, most likely for want of memory. Close other programs and run the same command again.';

function describe(record: ProgramRecord, step: Step): string {
  const end = record.startError ?? (record.signal === undefined ? `exit code ${record.exitCode}` : `signal ${record.signal}`);
  return [`${step.what} failed (${end}).`, ...record.tail.slice(-shownLines)].join('\n');
}

/** llama.cpp only says "iostream error" when a disk is full, so the disk itself is asked as well. */
async function isDiskFull(record: ProgramRecord, folder: string): Promise<boolean> {
  if (record.tail.some((line) => /No space left on device|ENOSPC|Errno 28|Disk quota exceeded/.test(line))) return true;
  const disk = await statfs(folder).catch(() => undefined);
  return disk !== undefined && disk.bavail * disk.bsize < leastFreeBytes;
}

function diskFull(step: Step): SqlwrightError {
  return new SqlwrightError('disk.full', `${step.what} failed: there is no space left on the disk.`, {
    hint: 'Free some space and run the same command again; what earlier stages made is untouched.',
  });
}
