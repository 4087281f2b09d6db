import { SqlwrightError } from '@sqlwright/errors';
import { startDialogue } from './index.ts';

const node = (source: string): { command: string; args: string[] } => ({ command: process.execPath, args: ['-e', source] });
const reader = (onLine: string): string => `require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => { ${onLine} })`;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('startDialogue', () => {
  it('asks one line after the other and ends the program', async () => {
    const notes: string[] = [];
    const dialogue = startDialogue({ ...node(reader("console.error('asked ' + line); console.log(line.toUpperCase())")), onLine: (line) => notes.push(line) });
    expect(await dialogue.ask('one')).toBe('ONE');
    expect(await dialogue.ask('two')).toBe('TWO');
    await dialogue.close();
    expect(notes).toEqual(['asked one', 'asked two']);
    expect(isRunning(dialogue.pid ?? 0)).toBe(false);
  });

  it('tells the last words of a program that ends without an answer', async () => {
    const dialogue = startDialogue(node(reader("console.error('no such model'); process.exit(3)")));
    await expect(dialogue.ask('one')).rejects.toMatchObject({ code: 'child.failed', message: expect.stringContaining('no such model') as string });
    await dialogue.close();
  });

  it('tells that a program could not be started', async () => {
    const dialogue = startDialogue({ command: '/absent/program', args: [] });
    await expect(dialogue.ask('one')).rejects.toMatchObject({ code: 'child.failed', message: expect.stringContaining('ENOENT') as string });
    await dialogue.close();
  });

  it('ends a program that would not end by itself when it is cancelled', async () => {
    const controller = new AbortController();
    const dialogue = startDialogue({ ...node(`${reader("if (line === 'one') console.log(1)")}; setInterval(() => {}, 1000)`), signal: controller.signal });
    await dialogue.ask('one');
    const asked = dialogue.ask('two').catch((error: unknown) => error);
    controller.abort();
    const thrown = await asked;
    expect(SqlwrightError.is(thrown) && thrown.code).toBe('run.cancelled');
    await dialogue.close();
    expect(isRunning(dialogue.pid ?? 0)).toBe(false);
  });
});
