import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { silentProgress, type StageRun } from '@sqlwright/artifacts';
import { runProgram } from '@sqlwright/child-process';
import { ensurePythonEnvironment, pythonScript, type PythonEnvironment } from '@sqlwright/python-environment';
import { generate } from '../test/generate.ts';
import { trainedArtifact } from '../test/trained-artifact.ts';
import { convert, type ConvertInput } from './convert.ts';
import { readGgufMetadata } from './gguf/read-gguf-metadata.ts';

const library = path.join(import.meta.dirname, '..');
const cacheFolder = path.join(library, '../../.cache');
const metadata = { 'sqlwright.dataset': 'tiny', 'sqlwright.prompt_contract': '{"version":1,"abstention":"I don’t know"}' };

let environment: PythonEnvironment;
let models: string;
let folder: string;
beforeAll(async () => {
  environment = await ensurePythonEnvironment({ cacheFolder });
  models = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-models-'));
  await run([path.join(library, 'test/tiny_checkpoint.py'), models]);
});
afterAll(() => rm(models, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-convert-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(args: readonly string[]): Promise<void> {
  const { exitCode, tail } = await runProgram({ command: environment.python, args, env: environment.variables });
  if (exitCode !== 0) throw new Error(tail.join('\n'));
}

async function trainedInput(): Promise<ConvertInput> {
  const trained = await trainedArtifact(path.join(models, 'mistral'), path.join(folder, 'train'));
  return { ...trained, forms: ['adapter', 'merged'], environment, cacheFolder, metadata };
}

function stageRun(signal = new AbortController().signal): StageRun {
  return { dataset: 'tiny', folder: path.join(folder, 'convert'), signal, progress: silentProgress };
}

describe('convert', () => {
  it('makes a merged file and an adapter that answer alike and carry the metadata', async () => {
    const manifest = await convert(stageRun(), await trainedInput());
    expect(Object.keys(manifest.files)).toEqual(['adapter.gguf', 'base-f16.gguf', 'merged-f16.gguf']);
    expect(manifest.details).toEqual({ forms: ['adapter', 'merged'], base: { name: 'tiny', digest: 'a digest', file: 'base-f16.gguf' } });

    const [adapter, base, merged] = Object.keys(manifest.files).map((name) => path.join(folder, 'convert', name)) as [string, string, string];
    for (const file of [adapter, merged]) expect(await readGgufMetadata(file)).toMatchObject(metadata);
    const prompt = [1, 70, 101, 200];
    const fromMerged = await generate({ file: merged }, prompt, 20);
    expect(await generate({ file: base, adapter }, prompt, 20)).toEqual(fromMerged);
    expect(await generate({ file: base }, prompt, 20)).not.toEqual(fromMerged);
  });

  it.each(['llama', 'mistral'])('gives PEFT the very weights that litgpt merges, for the shape of %s', async (shape) => {
    const model = (name: string): string => path.join(models, shape, name);
    const peft = path.join(folder, 'peft');
    await run([pythonScript('convert_adapter.py'), model('checkpoint'), model('base'), peft]);
    await run([path.join(library, 'test/check_adapter.py'), model('base/pytorch_model.bin'), model('merged.pth'), peft]);
  });

  it('shows what the program said when a checkpoint is damaged, and leaves nothing behind', async () => {
    const input = await trainedInput();
    await rm(input.train.file('checkpoint/lit_model.pth.lora'));
    await expect(convert(stageRun(), input)).rejects.toMatchObject({ code: 'child.failed', message: expect.stringContaining('lit_model.pth.lora'), hint: expect.stringContaining('sqlwright train') });
    expect(await readdir(folder)).toEqual(['train']);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const converting = convert(stageRun(controller.signal), await trainedInput());
    setTimeout(() => controller.abort(), 2000);
    await expect(converting).rejects.toMatchObject({ code: 'run.cancelled' });
    expect(await readdir(folder)).toEqual(['train']);
  });
});
