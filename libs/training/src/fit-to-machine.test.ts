import { trainingProfiles } from '@sqlwright/dataset-config';
import { fitHyperparameters } from './fit-to-machine.ts';

const prepared = { samples: 800, leftOut: 0, validationLeftOut: 0, tokens: 45_000, paddedTokens: 50_000, labelledTokens: 25_000, longest: 120, batches: 100, versions: {} };
const machine = { precision: '32-true', tokensPerSecond: 200 } as const;
const cpu = { ...trainingProfiles.cpu.hyperparameters, globalBatchSize: 16, microBatchSize: 8 };

describe('fitHyperparameters', () => {
  it('takes the precision of the machine and the steps that there is time for', () => {
    // A step is two batches of 500 tokens: 5 seconds.
    expect(fitHyperparameters({ ...cpu, maxMinutes: 1, maxSteps: null }, prepared, machine)).toMatchObject({ precision: '32-true', maxSteps: 12 });
  });

  it('takes no more steps than are wanted, and at least the two that litgpt needs', () => {
    expect(fitHyperparameters({ ...cpu, maxMinutes: 1, maxSteps: 7 }, prepared, machine).maxSteps).toBe(7);
    expect(fitHyperparameters({ ...cpu, maxMinutes: 0.01, maxSteps: 7 }, prepared, machine).maxSteps).toBe(2);
  });

  it('leaves the steps alone where no time is set', () => {
    expect(fitHyperparameters({ ...cpu, maxMinutes: null, maxSteps: null }, prepared, machine)).toEqual({ ...cpu, maxMinutes: null, maxSteps: null, precision: '32-true' });
  });
});
