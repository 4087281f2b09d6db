import { readFile } from 'node:fs/promises';
import { runProgram } from '@sqlwright/child-process';
import { SqlwrightError } from '@sqlwright/errors';

export interface ProcessMemory {
  /** Resident bytes now. */
  readonly resident: number;
  /** The most that it ever was; only where the system tells. */
  readonly peak?: number;
}

/** Resident memory of a running process: out of Linux's `/proc`, or by `ps`. @throws SqlwrightError child.failed where neither tells */
export async function readMemory(pid: number): Promise<ProcessMemory> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  if (status !== undefined) return parseStatus(status);
  const { tail } = await runProgram({ command: 'ps', args: ['-o', 'rss=', '-p', String(pid)] });
  const kilobytes = Number(tail.at(-1));
  if (!(kilobytes > 0)) throw new SqlwrightError('child.failed', `The memory of process ${pid} cannot be read.`, { hint: 'It needs /proc or the program ps.' });
  return { resident: kilobytes * 1024 };
}

/** @param status text of `/proc/<pid>/status`, kilobytes of 1024 */
export function parseStatus(status: string): ProcessMemory {
  const bytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) * 1024;
  return { resident: bytes('VmRSS'), peak: bytes('VmHWM') };
}
