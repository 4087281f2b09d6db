import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMilliseconds = 500;

/** Does work that only one process at a time may do: two stages may need the environment at the same time. */
export async function withLock<T>(file: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  while (!(await claim(file))) await sleep(pollMilliseconds, undefined, signal === undefined ? {} : { signal });
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function claim(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (thrown) {
    if (systemCode(thrown) !== 'EEXIST') throw thrown;
    if (!(await isHeld(file))) await rm(file, { force: true });
    return false;
  }
}

/** A lock whose process has died is no lock. An empty one is just being written. */
async function isHeld(file: string): Promise<boolean> {
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (holder === 0) return true;
  try {
    return process.kill(holder, 0);
  } catch (thrown) {
    return systemCode(thrown) === 'EPERM';
  }
}

function systemCode(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
}
