import { bootstrapInterval } from './bootstrap-interval.ts';
import { compareRuns, type ScoredRun } from './compare-runs.ts';
import { mcnemar } from './mcnemar.ts';

const run = (name: string, right: readonly number[]): ScoredRun => ({ name, right: new Map(right.map((value, index) => [`q${index}`, value === 1])) });
const repeat = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

describe('bootstrapInterval', () => {
  it('comes near the interval of a proportion', () => {
    const interval = bootstrapInterval([...repeat(60, 1), ...repeat(40, 0)]);
    // Normal approximation: 0.6 ± 1.96 · √(0.6 · 0.4 / 100) = 0.504 to 0.696.
    expect(interval?.low).toBeCloseTo(0.504, 1);
    expect(interval?.high).toBeCloseTo(0.696, 1);
    expect(bootstrapInterval([...repeat(60, 1), ...repeat(40, 0)])).toEqual(interval);
  });

  it('is a point where nothing varies and nothing for no question', () => {
    expect(bootstrapInterval(repeat(10, 1))).toEqual({ low: 1, high: 1 });
    expect(bootstrapInterval([])).toBeNull();
  });
});

describe('mcnemar', () => {
  it.each([
    [0, 0, 1],
    [5, 5, 1],
    [0, 5, 0.0625],
    [1, 9, 0.021484375],
  ])('of %i and %i is %d', (onlyFirst, onlySecond, expected) => expect(mcnemar(onlyFirst, onlySecond)).toBeCloseTo(expected, 12));
});

describe('compareRuns', () => {
  it('names what was lost and gained and tells a real difference from chance', () => {
    const chance = compareRuns(run('a', [1, 1, 0, 0]), run('b', [1, 0, 1, 1]));
    expect(chance).toMatchObject({ questions: 4, difference: 0.25, lost: ['q1'], gained: ['q2', 'q3'], real: false });
    const real = compareRuns(run('a', repeat(30, 1)), run('b', [...repeat(20, 0), ...repeat(10, 1)]));
    expect(real).toMatchObject({ difference: -20 / 30, real: true });
  });

  it('looks at the questions of both only', () => {
    expect(compareRuns(run('a', [1, 1, 1]), run('b', [1]))).toMatchObject({ questions: 1, difference: 0 });
    expect(compareRuns(run('a', []), run('b', [1]))).toMatchObject({ questions: 0, difference: null, interval: null, real: false });
  });
});
