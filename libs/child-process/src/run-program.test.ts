import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SqlwrightError } from '@sqlwright/errors';
import { runProgram } from './index.ts';

const node = (source: string): { command: string; args: string[] } => ({ command: process.execPath, args: ['-e', source] });

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Starts a grandchild, writes both process ids, and neither ends by itself; `deaf` ones ignore SIGTERM. */
const family = (file: string, deaf: boolean): string => `
  const { spawn } = require('node:child_process');
  ${deaf ? "process.on('SIGTERM', () => {});" : ''}
  const grandchild = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify([process.pid, grandchild.pid]));
  setInterval(() => {}, 1000);`;

describe('runProgram', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'child-process-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function startFamily(options: { deaf?: boolean; timeoutSeconds?: number; controller?: AbortController }) {
    const file = path.join(folder, 'pids.json');
    const running = runProgram({
      ...node(family(file, options.deaf ?? false)),
      ...(options.controller === undefined ? {} : { signal: options.controller.signal }),
      ...(options.timeoutSeconds === undefined ? {} : { timeoutSeconds: options.timeoutSeconds }),
    });
    running.catch(() => undefined);
    while (!existsSync(file) || (await readFile(file, 'utf8')) === '') await sleep(20);
    const pids = JSON.parse(await readFile(file, 'utf8')) as number[];
    return { running, pids };
  }

  it('hands on the lines of both streams as they come and keeps the last ones', async () => {
    const lines: string[] = [];
    const record = await runProgram({ ...node("console.log('a\\rb'); console.error('c'); process.exit(3)"), onLine: (line) => lines.push(line) });
    expect([...lines].sort()).toEqual(['a', 'b', 'c']);
    expect(record).toMatchObject({ exitCode: 3, signal: undefined, startError: undefined });
    expect([...record.tail].sort()).toEqual(['a', 'b', 'c']);
  });

  it('says that a program could not be started', async () => {
    const record = await runProgram({ command: path.join(folder, 'absent'), args: [] });
    expect(record.exitCode).toBeUndefined();
    expect(record.startError).toContain('ENOENT');
  });

  it('names the signal of a program that was killed', async () => {
    expect(await runProgram(node("process.kill(process.pid, 'SIGKILL')"))).toMatchObject({ exitCode: undefined, signal: 'SIGKILL', startError: undefined });
  });

  it('takes a variable out of the environment where it is undefined', async () => {
    const record = await runProgram({ ...node('console.log(process.env.KEPT, process.env.HOME)'), env: { KEPT: 'yes', HOME: undefined } });
    expect(record.tail).toEqual(['yes undefined']);
  });

  it('leaves neither child nor grandchild when it is cancelled', async () => {
    const controller = new AbortController();
    const { running, pids } = await startFamily({ controller });
    expect(pids.every(isRunning)).toBe(true);
    controller.abort();
    const thrown: unknown = await running.catch((error: unknown) => error);
    expect(SqlwrightError.is(thrown) && thrown.code).toBe('run.cancelled');
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('ends what ignores the polite signal', async () => {
    const controller = new AbortController();
    const { running, pids } = await startFamily({ controller, deaf: true });
    controller.abort();
    await expect(running).rejects.toMatchObject({ code: 'run.cancelled' });
    expect(pids.filter(isRunning)).toEqual([]);
  }, 20_000);

  it('ends a program whose time is up', async () => {
    const { running, pids } = await startFamily({ timeoutSeconds: 1 });
    expect((await running).signal).toBe('SIGTERM');
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('starts nothing for a signal that has fired before', async () => {
    await expect(runProgram({ ...node('1'), signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'run.cancelled' });
  });
});
