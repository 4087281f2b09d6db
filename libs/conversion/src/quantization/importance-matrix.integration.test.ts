import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { digestText, readStage, silentProgress, writeJson, type Stage, type StageArtifact, type StageRun } from '@sqlwright/artifacts';
import { runProgram } from '@sqlwright/child-process';
import { ensurePythonEnvironment, type PythonEnvironment } from '@sqlwright/python-environment';
import { generate } from '../../test/generate.ts';
import { trainedArtifact } from '../../test/trained-artifact.ts';
import { convert } from '../convert.ts';
import { quantize, type QuantizeInput } from '../quantize.ts';

const library = path.join(import.meta.dirname, '../..');
const cacheFolder = path.join(library, '../../.cache');
const samples = [
  { prompt: 'How many a?', reply: 'SELECT 1' },
  { prompt: 'Which b is the oldest of all that are there?', reply: 'SELECT b FROM c ORDER BY d LIMIT 1' },
];

let environment: PythonEnvironment;
let folder: string;
let importance: NonNullable<QuantizeInput['importance']>;
let converted: StageArtifact;
beforeAll(async () => {
  environment = await ensurePythonEnvironment({ cacheFolder });
  folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-importance-'));
  await run([path.join(library, 'test/tiny_checkpoint.py'), folder]);
  const { train, baseModel } = await trainedArtifact(path.join(folder, 'mistral'), path.join(folder, 'train'));
  await convert(stageRun('convert'), { train, forms: ['merged'], baseModel, environment, cacheFolder, metadata: { 'sqlwright.dataset': 'tiny' } });
  converted = await readStage('convert', path.join(folder, 'convert'));
  importance = { train, baseModel, environment, cacheFolder, samples, synthesize: { ...train, digest: digestText('samples') } };
});
afterAll(() => rm(folder, { recursive: true }));

async function run(args: readonly string[]): Promise<void> {
  const { exitCode, tail } = await runProgram({ command: environment.python, args, env: environment.variables });
  if (exitCode !== 0) throw new Error(tail.join('\n'));
}

function stageRun(stage: Stage, name: string = stage): StageRun {
  return { dataset: 'tiny', folder: path.join(folder, name), signal: new AbortController().signal, progress: silentProgress };
}

describe('an importance matrix', () => {
  it('is the mean square of what each column is multiplied with, and changes the files of few bits', async () => {
    const formats = ['Q8_0', 'Q5_K_M', 'Q4_K_M'];
    const weighted = await quantize(stageRun('quantize', 'weighted'), { convert: converted, formats, importance });
    const plain = await quantize(stageRun('quantize', 'plain'), { convert: converted, formats });
    expect(weighted).toMatchObject({ upstream: { convert: converted.digest, synthesize: importance.synthesize.digest }, details: { formats, importanceMatrix: true } });
    expect(plain).toMatchObject({ upstream: { convert: converted.digest }, details: { formats, importanceMatrix: false } });
    expect(Object.keys(weighted.files)).toEqual(['Q4_K_M.gguf', 'Q5_K_M.gguf', 'Q8_0.gguf', 'importance-matrix.gguf']);

    await writeJson(path.join(folder, 'samples.json'), samples);
    await run([path.join(library, 'test/check_importance_matrix.py'), path.join(folder, 'mistral'), path.join(folder, 'samples.json'), path.join(folder, 'weighted/importance-matrix.gguf')]);

    expect(weighted.files['Q8_0.gguf']).toEqual(plain.files['Q8_0.gguf']);
    for (const file of ['Q5_K_M.gguf', 'Q4_K_M.gguf']) {
      expect(weighted.files[file]?.bytes).toBe(plain.files[file]?.bytes);
      expect(weighted.files[file]?.sha256).not.toBe(plain.files[file]?.sha256);
      for (const made of ['weighted', 'plain']) expect(await generate({ file: path.join(folder, made, file) }, [1, 70, 101, 200], 8)).toHaveLength(8);
    }
  });

  it('is not computed where no format uses one', async () => {
    const manifest = await quantize(stageRun('quantize', 'eight-bits'), { convert: converted, formats: ['Q8_0'], importance: { ...importance, samples: [] } });
    expect(Object.keys(manifest.files)).toEqual(['Q8_0.gguf']);
    expect(manifest.details['importanceMatrix']).toBe(false);
  });

  it('says how to do without where it cannot be computed', async () => {
    const failing = quantize(stageRun('quantize', 'failing'), { convert: converted, formats: ['Q4_K_M'], importance: { ...importance, samples: [] } });
    await expect(failing).rejects.toMatchObject({ code: 'child.failed', hint: expect.stringContaining('quantize.importanceMatrix') });
  });
});
