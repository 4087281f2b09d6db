import { interleave } from './interleave.ts';

describe('interleave', () => {
  it('spreads lists of different lengths evenly, each in its order', () => {
    expect(interleave([['a', 'b', 'c', 'd'], ['1', '2'], []])).toEqual(['a', '1', 'b', 'c', '2', 'd']);
  });
});
