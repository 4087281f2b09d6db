import { silentProgress } from '@sqlwright/artifacts';
import { createTrainingProgress } from './training-progress.ts';

describe('createTrainingProgress', () => {
  it('tells steps, loss, real tokens a second and the seconds left, and passes other lines over', () => {
    const updates: unknown[] = [];
    const read = createTrainingProgress({ ...silentProgress, update: (state) => updates.push(state) }, { steps: 5, iterations: 10, tokensPerIteration: 400, seconds: null });
    read('Seed set to 1337');
    read('Epoch 1 | iter 1 step 0 | loss train: 2.500, val: n/a | iter time: 3000.00 ms');
    read('Epoch 1 | iter 2 step 1 | loss train: 1.250, val: 0.9 | iter time: 1000.00 ms (step)');
    expect(updates).toEqual([
      { done: 0, total: 5, remark: 'loss 2.500, 133 tokens/s', secondsLeft: 27 },
      { done: 1, total: 5, remark: 'loss 1.250, 200 tokens/s', secondsLeft: 16 },
    ]);
  });

  it('tells no more time than is left of a run that ends by the clock', () => {
    const updates: { secondsLeft?: number }[] = [];
    const read = createTrainingProgress({ ...silentProgress, update: (state) => updates.push(state) }, { steps: 10, iterations: 10, tokensPerIteration: 400, seconds: 20 });
    read('Epoch 1 | iter 1 step 1 | loss train: 2.500, val: n/a | iter time: 5000.00 ms (step)');
    expect(updates).toMatchObject([{ secondsLeft: 15 }]);
  });
});
