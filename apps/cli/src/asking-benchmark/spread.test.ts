import { spread } from './spread.ts';

describe('spread', () => {
  it('takes items from all over a list, always the same ones', () => {
    expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
    expect(spread(['a', 'b'], 5)).toEqual(['a', 'b']);
  });
});
