import { sequenceProbability } from './sequence-probability.ts';

it('sequenceProbability multiplies the probabilities of the tokens', () => {
  expect(sequenceProbability([Math.log(0.5), Math.log(0.5)])).toBeCloseTo(0.25, 12);
  expect([sequenceProbability([]), sequenceProbability(undefined)]).toEqual([null, null]);
});
