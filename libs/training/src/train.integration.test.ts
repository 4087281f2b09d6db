import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { silentProgress, type Progress, type StageArtifact } from '@sqlwright/artifacts';
import { prepareBaseModel, type BaseModel } from '@sqlwright/base-model';
import { runProgram } from '@sqlwright/child-process';
import { trainingProfiles, type Hyperparameters } from '@sqlwright/dataset-config';
import { promptContractSchema, renderPrompt } from '@sqlwright/prompt';
import type { PythonEnvironment } from '@sqlwright/python-environment';
import { databaseSchemaSchema } from '@sqlwright/schema';
import { makeTinyModels, openEnvironment, tinyModel } from '../test/tiny-model.ts';
import { benchmarkSamples } from './benchmark-samples.ts';
import { keepResults } from './keep-results.ts';
import { prepareSamples } from './prepare-samples.ts';
import { runLitgpt } from './run-litgpt.ts';
import { trainingVariables } from './training-variables.ts';
import { train } from './index.ts';

const architecture = 'SmolLM2-135M-Instruct';
const schema = databaseSchemaSchema.parse({ tables: [{ name: 'customer', columns: [{ name: 'full_name', type: 'text' }] }] });
const contract = promptContractSchema.parse({});
const tiny: Hyperparameters = { ...trainingProfiles.cpu.hyperparameters, precision: '32-true', maxMinutes: null, loraRank: 2, globalBatchSize: 4, microBatchSize: 2, maxSeqLength: 120 };

/** 12 samples of one token a byte; one more is longer than the limit. */
const samples = [
  ...Array.from({ length: 12 }, (_, index) => ({ instruction: '', input: `How many customers ${'x'.repeat(index)}?`, output: 'SELECT 1' })),
  { instruction: '', input: 'long '.repeat(60), output: 'SELECT 1' },
];

describe('train', () => {
  let folder: string;
  let environment: PythonEnvironment;
  let baseModel: BaseModel;
  let synthesize: StageArtifact;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'train-'));
    environment = await openEnvironment();
    await makeTinyModels(environment, path.join(folder, 'base'), architecture);
    baseModel = tinyModel(path.join(folder, 'base', architecture));
    await mkdir(path.join(folder, 'synthesize'));
    await writeFile(path.join(folder, 'synthesize', 'train.json'), JSON.stringify(samples));
    await writeFile(path.join(folder, 'synthesize', 'eval.json'), JSON.stringify(samples.slice(0, 3)));
    const manifest = { formatVersion: 1, stage: 'synthesize', dataset: 'tiny', schemaFingerprint: 'a'.repeat(64), upstream: {}, files: {}, details: {} } as const;
    synthesize = { folder, manifest, digest: 'b'.repeat(64), file: (name) => path.join(folder, 'synthesize', name) };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const runTrain = (name: string, options: { hyperparameters?: Partial<Hyperparameters>; baseModel?: BaseModel; progress?: Progress; signal?: AbortSignal } = {}) =>
    train(
      { dataset: 'tiny', folder: path.join(folder, name), signal: options.signal ?? new AbortController().signal, progress: options.progress ?? silentProgress },
      { synthesize, schema, contract, hyperparameters: { ...tiny, ...options.hyperparameters }, baseModel: options.baseModel ?? baseModel, modelSource: { source: 'packaged' }, environment },
    );

  it('trains three steps, counts what it leaves out, and keeps checkpoint, configuration, metrics and log', async () => {
    const events: string[] = [];
    const progress: Progress = { step: (name) => events.push(name), note: (line) => events.push(line), update: ({ done, total }) => events.push(`${done}/${total}`) };
    const manifest = await runTrain('good', { progress });
    expect(manifest.details).toMatchObject({ samples: 12, leftOut: 1, baseModel: { name: architecture } });
    expect(manifest.details['finalLoss']).toBeGreaterThan(0);
    expect(Object.keys(manifest.files)).toEqual(expect.arrayContaining(['checkpoint/lit_model.pth', 'checkpoint/lit_model.pth.lora', 'litgpt.yaml', 'log.txt', 'metrics.csv']));
    expect(events.indexOf('1 samples are longer than 120 tokens and are left out.')).toBeGreaterThan(-1);
    expect(events.indexOf('1 samples are longer than 120 tokens and are left out.')).toBeLessThan(events.indexOf('Training'));
    expect(events).toContain('3/3');
    const metrics = await readFile(path.join(folder, 'good', 'metrics.csv'), 'utf8');
    expect(metrics.trim().split('\n')).toHaveLength(1 + 6);
    expect(await readFile(path.join(folder, 'good', 'litgpt.yaml'), 'utf8')).not.toContain(folder);
  });

  it('learns the whole reply after the whole prompt, from its first token to the end token', async () => {
    const source = `
import json, sys
from litgpt.prompts import Default
from litgpt.tokenizer import Tokenizer
from length_grouped_data import EncodedDataset
tokenizer = Tokenizer(sys.argv[1])
sample = EncodedDataset([json.loads(sys.argv[2])], tokenizer, Default())[0]
decode = lambda ids: tokenizer.processor.decode(ids, skip_special_tokens=False)
print(json.dumps([decode(sample["input_ids"].tolist()), decode([index for index in sample["labels"].tolist() if index >= 0])]))`;
    const prompt = renderPrompt(contract, schema, 'How many customers?').text;
    const sample = JSON.stringify({ instruction: prompt, input: '', output: 'SELECT 1' });
    const record = await runProgram({ command: environment.python, args: ['-c', source, baseModel.litgptFolder, sample], env: { ...environment.variables, ...(await trainingVariables()) } });
    expect(JSON.parse(record.tail.at(-1) ?? '')).toEqual([`${prompt}SELECT 1<|im_end|>`, 'SELECT 1<|im_end|>']);
  });

  it('ends by the clock with its learning rate annealed, where more steps were planned than there is time for', async () => {
    const hyperparameters = { ...tiny, precision: '32-true' as const, epochs: 1_000_000, maxSteps: 1_000_000, maxMinutes: 0.1, maxSeqLength: 400 };
    const run = { folder: path.join(folder, 'clocked'), hyperparameters, baseModel, environment, signal: new AbortController().signal };
    await mkdir(run.folder);
    const rendered = samples.map(({ input, output }) => ({ instruction: input, input: '' as const, output }));
    const prepared = await prepareSamples(run, { train: rendered, validation: rendered.slice(0, 1) });
    const result = await keepResults(run.folder, await runLitgpt(run, prepared, () => {}));
    const rates = (await readFile(path.join(run.folder, 'metrics.csv'), 'utf8')).trim().split('\n').slice(1).map((line) => Number(line.split(',')[2]));
    expect(result.steps).toBeGreaterThan(hyperparameters.warmupSteps);
    expect(result.steps).toBeLessThan(100_000);
    expect(Math.max(...rates)).toBeGreaterThan(0.5 * hyperparameters.learningRate);
    expect(rates.at(-1)).toBeLessThan(0.01 * hyperparameters.learningRate);
  });

  it('evaluates where an interval is set, with litgpt’s own DataModule too', async () => {
    await runTrain('evaluated', { hyperparameters: { groupByLength: false, evalInterval: 2, evalIterations: 1 } });
    expect(await readFile(path.join(folder, 'evaluated', 'log.txt'), 'utf8')).toContain('Final evaluation | val loss');
  });

  it('leaves no process and no artifact when it is stopped in the middle, and the last good one stays', async () => {
    const before = await readFile(path.join(folder, 'good', 'manifest.json'), 'utf8');
    const controller = new AbortController();
    const progress: Progress = { ...silentProgress, update: () => controller.abort() };
    await expect(runTrain('good', { hyperparameters: { epochs: 2000 }, progress, signal: controller.signal })).rejects.toMatchObject({ code: 'run.cancelled' });
    const left: string[] = [];
    await runProgram({ command: 'ps', args: ['-eww', '-o', 'args'], onLine: (line) => void (line.includes(folder) && left.push(line)) });
    expect(left).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.includes('draft'))).toEqual([]);
    expect(await readFile(path.join(folder, 'good', 'manifest.json'), 'utf8')).toBe(before);
  });

  it('says that a damaged base checkpoint is the wrong one', async () => {
    const damaged = tinyModel(path.join(folder, 'damaged', architecture));
    await cp(baseModel.litgptFolder, damaged.litgptFolder, { recursive: true });
    await truncate(path.join(damaged.litgptFolder, 'lit_model.pth'), 1000);
    await expect(runTrain('bad', { baseModel: damaged })).rejects.toMatchObject({ code: 'training.wrong-checkpoint', hint: expect.stringContaining('train.model') as string });
    expect(await readdir(folder)).not.toContain('bad');
  });

  it('says that a quantized profile needs a GPU', async () => {
    const gpu = await runProgram({ command: 'nvidia-smi', args: ['-L'] });
    if (gpu.exitCode === 0) return;
    await expect(runTrain('quantized', { hyperparameters: { quantize: 'bnb.nf4' } })).rejects.toMatchObject({ code: 'training.no-cuda' });
  });

  it('pads less than a tenth on samples as long as real ones, each of them in one batch', async () => {
    const packaged = await prepareBaseModel({ source: 'packaged' }, { cacheFolder: path.resolve(import.meta.dirname, '../../../.cache'), environment, environmentVariables: {} });
    const run = { folder: path.join(folder, 'padding'), hyperparameters: trainingProfiles.cpu.hyperparameters, baseModel: packaged, environment, signal: new AbortController().signal };
    const train = benchmarkSamples(800);
    const grouped = await prepareSamples(run, { train, validation: [] });
    const mixed = await prepareSamples({ ...run, hyperparameters: { ...run.hyperparameters, groupByLength: false } }, { train, validation: [] });
    expect(grouped.samples).toBe(800);
    expect(grouped.tokens / 800).toBeGreaterThan(40);
    expect(grouped.tokens / 800).toBeLessThan(150);
    expect(1 - grouped.tokens / grouped.paddedTokens).toBeLessThan(0.1);
    expect(1 - mixed.tokens / mixed.paddedTokens).toBeGreaterThan(0.2);
  });
});
