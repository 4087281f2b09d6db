import { trainingProfiles } from '@sqlwright/dataset-config';
import { countSteps, litgptConfig } from './litgpt-config.ts';
import { renderYaml } from './render-yaml.ts';

const hyperparameters = { ...trainingProfiles.cpu.hyperparameters, precision: '32-true' as const };
const prepare = (batches: number) => ({ samples: batches * 8, leftOut: 0, validationLeftOut: 0, tokens: 1, paddedTokens: 1, labelledTokens: 1, longest: 100, batches, versions: {} });

describe('litgptConfig', () => {
  it('counts steps as litgpt does', () => {
    expect(countSteps({ ...hyperparameters, epochs: 2, globalBatchSize: 16, microBatchSize: 8, maxSteps: null }, prepare(21))).toBe(20);
    expect(countSteps({ ...hyperparameters, epochs: 2, maxSteps: 5 }, prepare(21))).toBe(5);
  });

  it('keeps the warm-up within a short run, for litgpt divides by what is left', () => {
    expect(litgptConfig({ ...hyperparameters, warmupSteps: 100, epochs: 1 }, prepare(40))).toMatchObject({ train: { lr_warmup_steps: 4 } });
    expect(litgptConfig({ ...hyperparameters, warmupSteps: 0 }, prepare(40))).toMatchObject({ train: { lr_warmup_steps: 1 } });
    expect(litgptConfig({ ...hyperparameters, warmupSteps: 20 }, prepare(400))).toMatchObject({ train: { lr_warmup_steps: 20 } });
  });

  it('evaluates nothing without an interval', () => {
    expect(litgptConfig({ ...hyperparameters, evalInterval: null }, prepare(40))).toMatchObject({ eval: { interval: 1_000_000_000, initial_validation: false, final_validation: false }, data: { init_args: { validate: false } } });
  });

  it('reads no more samples than the run has time for, and all where it has time for all', () => {
    expect(litgptConfig({ ...hyperparameters, maxSteps: 100, epochs: 1 }, prepare(1000))).toMatchObject({ data: { init_args: { most_samples: 820 } } });
    expect(litgptConfig({ ...hyperparameters, maxSteps: null, epochs: 1 }, prepare(1000))).toMatchObject({ data: { init_args: { most_samples: null } } });
  });

  it('ends by the clock where a time is set and the learning rate can follow it', () => {
    expect(litgptConfig({ ...hyperparameters, maxMinutes: 17 }, prepare(40))).toMatchObject({ data: { init_args: { seconds: 1020 } }, train: { max_time: 1020 } });
    expect(litgptConfig({ ...hyperparameters, maxMinutes: null }, prepare(40))).toMatchObject({ data: { init_args: { seconds: null } }, train: { max_time: null } });
    expect(litgptConfig({ ...hyperparameters, maxMinutes: 17, groupByLength: false }, prepare(40))).toMatchObject({ train: { max_time: null } });
  });

  it('steps weights of half precision in float32', () => {
    const optimizerOf = (changes: object) => litgptConfig({ ...hyperparameters, ...changes }, prepare(40))['optimizer'];
    expect(optimizerOf({ precision: 'bf16-true' })).toMatchObject({ class_path: 'master_weights.MasterAdamW' });
    expect(optimizerOf({ precision: '32-true' })).toMatchObject({ class_path: 'torch.optim.AdamW' });
    expect(optimizerOf({ precision: 'bf16-true', quantize: 'bnb.nf4' })).toMatchObject({ class_path: 'torch.optim.AdamW' });
  });

  it('refuses batch sizes that do not divide', () => {
    expect(() => litgptConfig({ ...hyperparameters, globalBatchSize: 8, microBatchSize: 3 }, prepare(40))).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });
});

describe('renderYaml', () => {
  it('writes maps, lists, texts and numbers that YAML 1.1 reads as such', () => {
    expect(renderYaml({ a: { b: [0.9, 0.95], c: null }, d: 'x: "y"', e: 1e-7, f: true })).toBe('a:\n  b: [0.9, 0.95]\n  c: null\nd: "x: \\"y\\""\ne: 1.0e-7\nf: true\n');
  });
});
