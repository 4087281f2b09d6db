import type { Comparison } from '@sqlwright/evaluation';
import { decidePromotion } from './decide-promotion.ts';

const comparison = (gained: string[], lost: string[]): Comparison => ({ first: 'champion', second: 'challenger', questions: 10, firstRight: 0.5, secondRight: 0.6, difference: 0.1, interval: null, pValue: 0.25, real: false, gained, lost });

describe('decidePromotion', () => {
  it('lets a challenger in that gets more questions right', () => {
    expect(decidePromotion(comparison(['a', 'b'], ['c']))).toBe('The challenger is better: 60.0 % of 10 questions right, the champion 50.0 % (2 gained, 1 lost; by chance with a probability of 0.25).');
  });

  it.each([
    [['a'], ['b']],
    [[], []],
    [[], ['b']],
  ])('keeps the champion where the challenger gains %j and loses %j', (gained, lost) => {
    expect(() => decidePromotion(comparison(gained, lost))).toThrow(expect.objectContaining({ code: 'promotion.refused' }));
  });
});
