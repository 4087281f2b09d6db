import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loadDatasetConfig } from './load-dataset-config.ts';
import { resolveTraining, trainingProfiles } from './train-section.ts';
import { withoutValues } from './without-values.ts';

async function workspaceWith(config: string): Promise<string> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-config-'));
  await mkdir(path.join(root, 'datasets', 'toy'), { recursive: true });
  await writeFile(path.join(root, 'datasets', 'toy', 'dataset.config.json'), config);
  return root;
}

const smallest = { name: 'toy', synthesize: { topics: [{ topic: 'totals', focus: 'Counts.' }] } };

describe('loadDatasetConfig', () => {
  it('fills in every default', async () => {
    const { config } = await loadDatasetConfig(await workspaceWith(JSON.stringify(smallest)), 'toy');
    expect(config.prompt.abstention).toBe("I don't know");
    expect(config.quantize.formats).toEqual(['Q8_0']);
    expect(config.synthesize.teacher).toEqual({ provider: 'recorded', folder: 'recorded' });
  });

  it('wants topics for a model, none for the grammar', async () => {
    const load = async (synthesize: object): ReturnType<typeof loadDatasetConfig> => loadDatasetConfig(await workspaceWith(JSON.stringify({ name: 'toy', synthesize })), 'toy');
    expect((await load({ teacher: { provider: 'grammar' } })).config.synthesize).toMatchObject({ topics: [], teacher: { samples: 8000, randomSeed: 1 } });
    await expect(load({ teacher: { provider: 'anthropic' } })).rejects.toMatchObject({ code: 'config.invalid', message: expect.stringMatching(/synthesize\.topics.*needs at least one topic/) });
  });

  it('refuses values where they may not be kept', async () => {
    const load = async (seed: object): ReturnType<typeof loadDatasetConfig> => loadDatasetConfig(await workspaceWith(JSON.stringify({ ...smallest, schema: { readValues: false, seed } })), 'toy');
    expect((await load({ rows: { toy: 3 } })).config.schema).toMatchObject({ readValues: false, seed: { rows: { toy: 3 } } });
    for (const seed of [{ values: { 'toy.name': ['Rex'] } }, { combinations: [{ table: 'toy', columns: ['a', 'b'], rows: [['1', '2']] }] }]) {
      await expect(load(seed)).rejects.toMatchObject({ code: 'config.invalid', message: expect.stringContaining('must have no values and no combinations where schema.readValues is false') });
    }
  });

  it('names an unknown key with the one that was meant, and every other fault with it', async () => {
    const config = { ...smallest, train: { hyperparameters: { learningrate: 1 } }, quantize: { formats: ['Q9'] } };
    const loading = loadDatasetConfig(await workspaceWith(JSON.stringify(config)), 'toy');
    await expect(loading).rejects.toMatchObject({ code: 'config.invalid', message: expect.stringMatching(/learningrate \(did you mean "learningRate"\?\)[\s\S]*quantize\.formats\.0/) });
  });

  it('says what is there when the dataset is not', async () => {
    await expect(loadDatasetConfig(await workspaceWith('{}'), 'toys')).rejects.toMatchObject({ code: 'config.missing', hint: expect.stringContaining('toy') });
    await expect(loadDatasetConfig(await workspaceWith('{'), 'toy')).rejects.toMatchObject({ code: 'config.invalid', message: expect.stringContaining('not JSON') });
  });
});

describe('withoutValues', () => {
  it('takes every value out, and is itself a configuration that can be loaded', async () => {
    const { config } = await loadDatasetConfig(await workspaceWith(JSON.stringify({ ...smallest, schema: { seed: { values: { 'toy.name': ['Rex'] }, rows: { toy: 3 } } } })), 'toy');
    const bare = withoutValues(config);
    expect(JSON.stringify(bare)).not.toContain('Rex');
    expect(bare).toMatchObject({ schema: { readValues: false, seed: { rows: { toy: 3 } } }, synthesize: { showValues: false } });
    expect((await loadDatasetConfig(await workspaceWith(JSON.stringify(bare)), 'toy')).config).toEqual(bare);
  });
});

describe('resolveTraining', () => {
  it('lays the values of the dataset over those of the profile', () => {
    const resolved = resolveTraining({ profile: 'cpu', hyperparameters: { epochs: 7 } });
    expect(resolved.hyperparameters).toEqual({ ...trainingProfiles.cpu.hyperparameters, epochs: 7 });
  });

  it("holds the article's values in the profile gpu", () => {
    expect(trainingProfiles.gpu.hyperparameters).toMatchObject({ quantize: 'bnb.nf4', loraRank: 8, loraAlpha: 16, loraDropout: 0.05, globalBatchSize: 4, microBatchSize: 1, maxSteps: 1000, saveInterval: 200, evalInterval: 50, warmupSteps: 100, maxSeqLength: 2048, learningRate: 2e-4, weightDecay: 0.01 });
  });
});
