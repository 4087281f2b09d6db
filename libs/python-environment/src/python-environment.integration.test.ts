import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '@sqlwright/child-process';
import { ensurePackagedModel, ensurePythonEnvironment, pythonScript } from './index.ts';

const cacheFolder = path.resolve(import.meta.dirname, '../../../.cache');

describe('the real environment', () => {
  it('holds the pinned packages, and litgpt starts', async () => {
    const environment = await ensurePythonEnvironment({ cacheFolder });
    const pinned = (await readFile(pythonScript('requirements.txt'), 'utf8')).split('\n').filter((line) => /^(litgpt|transformers|gguf|sqlparse)==/.test(line));
    const freeze = await runProgram({ command: environment.python, args: ['-m', 'pip', 'freeze'] });
    expect(pinned).toHaveLength(4);
    expect(freeze.tail).toEqual(expect.arrayContaining(pinned));
    const help = await runProgram({ command: environment.litgpt, args: ['finetune_lora', '--help'], env: environment.variables });
    expect(help.exitCode).toBe(0);
  });

  it('has the packaged model at hand', async () => {
    const file = await ensurePackagedModel({ cacheFolder });
    expect((await stat(file)).size).toBe(98_362_432);
    expect((await readFile(file)).subarray(0, 4).toString()).toBe('GGUF');
  });
});
