import { createRandom } from '../random.ts';
import { misspell } from './misspell.ts';

describe('misspell', () => {
  it('makes one slip and keeps the first letter', () => {
    const random = createRandom(3);
    const slips = Array.from({ length: 200 }, () => misspell(random, 'customers'));
    expect(new Set(slips).size).toBeGreaterThan(10);
    expect(slips.every((slip) => slip.startsWith('c') && Math.abs(slip.length - 9) <= 1)).toBe(true);
  });

  it('never turns a harmless word into a rude one', () => {
    const random = createRandom(3);
    const slips = Array.from({ length: 400 }, () => misspell(random, 'count'));
    expect(slips).not.toContain('cunt');
    expect(slips).toContain('conut');
  });
});
