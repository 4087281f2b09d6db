import os from 'node:os';
import { runStep } from './run-step.ts';

const step = { what: 'The test program', folder: os.tmpdir(), code: 'model.invalid', hint: 'Do it better.' } as const;

function run(script: string): Promise<void> {
  return runStep({ command: process.execPath, args: ['-e', script] }, step);
}

describe('runStep', () => {
  it('shows the exit code and the last lines', async () => {
    const failure = run('console.log("one"); console.error("two"); process.exitCode = 3');
    await expect(failure).rejects.toMatchObject({ code: 'model.invalid', hint: 'Do it better.', message: expect.stringMatching(/exit code 3\)\.\n(one\ntwo|two\none)$/) });
  });

  it('survives a crash of native code', async () => {
    await expect(run('process.kill(process.pid, "SIGSEGV"); setInterval(() => {}, 9)')).rejects.toMatchObject({ code: 'model.invalid', message: expect.stringContaining('SIGSEGV') });
  });

  it('hints at memory when the program was killed', async () => {
    await expect(run('process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 9)')).rejects.toMatchObject({ hint: expect.stringContaining('memory') });
  });

  it('recognises a full disk', async () => {
    await expect(run('console.error("OSError: [Errno 28] No space left on device"); process.exitCode = 1')).rejects.toMatchObject({ code: 'disk.full' });
  });

  it('says when a program is not there', async () => {
    await expect(runStep({ command: 'sqlwright-no-such-program', args: [] }, step)).rejects.toMatchObject({ code: 'model.invalid', message: expect.stringContaining('ENOENT') });
  });
});
