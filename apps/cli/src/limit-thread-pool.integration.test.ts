import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Reads files in the background through the real entry of the command, then tells how many threads Node has for that. */
const program = `
  const { createProgram } = await import('./create-program.ts');
  const command = createProgram(new AbortController().signal);
  const ask = command.commands.find((each) => each.name() === process.argv[1]);
  ask.action(async () => {
    const { readFile, readdir } = await import('node:fs/promises');
    await Promise.all(Array.from({ length: 40 }, () => readFile('create-program.ts')));
    const names = await Promise.all((await readdir('/proc/self/task')).map((task) => readFile('/proc/self/task/' + task + '/comm', 'utf8')));
    process.stdout.write(String(names.filter((name) => name.startsWith('libuv-worker')).length));
  });
  await command.parseAsync([process.argv[1]], { from: 'user' });`;

async function backgroundThreads(command: string, environment: Record<string, string> = {}): Promise<number> {
  const args = ['--conditions=@sqlwright/source', '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program, command];
  const { UV_THREADPOOL_SIZE: _, ...rest } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname, env: { ...rest, NODE_OPTIONS: '', ...environment } });
  return Number(stdout);
}

const tellsThreads = process.platform === 'linux' && Number(process.versions.node.split('.')[0]) >= 24;

(tellsThreads ? describe : describe.skip)(`limitThreadPool${tellsThreads ? '' : ' (skipped: threads have no names here)'}`, () => {
  it('leaves one thread to the command that answers one question at a time', async () => {
    expect(await backgroundThreads('ask')).toBe(1);
  });

  it('leaves Node its own number where many statements are run, and what the environment sets', async () => {
    expect(await backgroundThreads('record')).toBe(4);
    expect(await backgroundThreads('ask', { UV_THREADPOOL_SIZE: '3' })).toBe(3);
  });
});
