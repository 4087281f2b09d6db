import type { QueryResult, Value } from '@sqlwright/database';
import { compareResults } from './compare-results.ts';
import { hasTopLevelOrder } from './has-top-level-order.ts';

const result = (...rows: Value[][]): QueryResult => ({ columns: (rows[0] ?? ['']).map((_, index) => `c${index}`), rows, truncated: false });
const bag = (gold: QueryResult, predicted: QueryResult) => compareResults(gold, predicted, { ordered: false });
const sequence = (gold: QueryResult, predicted: QueryResult) => compareResults(gold, predicted, { ordered: true });

const match = { exact: true, subset: true, emptyGold: false };
const mismatch = { exact: false, subset: false, emptyGold: false };

describe('compareResults', () => {
  it.each<[string, Value, Value]>([
    ['a numeric as text', '12.50', 12.5],
    ['a count as text', '3', 3],
    ['a date and a timestamp', '2024-01-01', '2024-01-01 00:00:00'],
    ['a timestamp with and without fraction', '2024-01-01 10:00:00.500', '2024-01-01 10:00:00.5'],
    ['a moment in two zones', '2024-01-01 00:00:00+00', '2023-12-31 19:00:00-05'],
    ['a boolean as text', true, 'true'],
    ['NULLs', null, null],
    ['a rounded percentage', '33.333333333333', '33.33'],
    ['an average rounded to a whole number by chance', 49.998, 50],
    ['a large number with floating-point noise', 123456789.12, 123456789.13],
  ])('takes %s as equal', (_, gold, predicted) => {
    expect(bag(result([gold]), result([predicted]))).toEqual(match);
  });

  it.each<[string, Value, Value]>([
    ['whole numbers that are near', 10000001, 10000002],
    ['a postal code and its number', '02115', '2115'],
    ['a phone number and its digits', '+4930123', 4930123],
    ['an average and its whole part', 33.6, 34],
    ['NULL and nothing', null, ''],
    ['NULL and zero', null, 0],
    ['texts of different case', 'Berlin', 'berlin'],
    ['two days', '2024-01-01', '2024-01-02'],
  ])('takes %s as different', (_, gold, predicted) => {
    expect(bag(result([gold]), result([predicted]))).toEqual(mismatch);
  });

  it('counts equal rows', () => {
    expect(bag(result(['a'], ['a'], ['b']), result(['b'], ['a'], ['a']))).toEqual(match);
    expect(bag(result(['a'], ['a'], ['b']), result(['a'], ['b'], ['b']))).toEqual(mismatch);
  });

  it('frees the order of columns, but not the rows that they form', () => {
    expect(bag(result(['a', 1], ['b', 2]), result([2, 'b'], [1, 'a']))).toEqual(match);
    expect(bag(result(['a', 1], ['b', 2]), result([2, 'a'], [1, 'b']))).toEqual(mismatch);
    expect(bag(result([1, 2, 3], [2, 3, 1], [3, 1, 2]), result([1, 3, 2], [2, 1, 3], [3, 2, 1]))).toEqual(match);
  });

  it('knows further columns from missing ones', () => {
    expect(bag(result(['a'], ['b']), result([1, 'a'], [2, 'b']))).toEqual({ exact: false, subset: true, emptyGold: false });
    expect(bag(result([1, 'a'], [2, 'b']), result(['a'], ['b']))).toEqual(mismatch);
    expect(bag(result(['a', 'a']), result(['a', 'b']))).toEqual(mismatch);
  });

  it('pairs rounded rows by their other columns', () => {
    expect(bag(result(['b', 33.333], ['a', 33.334]), result(['a', 33.33], ['b', 33.33]))).toEqual(match);
    expect(bag(result([0.501, 1.5], [0.502, 2.5]), result([0.503, 2.5], [0.504, 1.5]))).toEqual(match);
  });

  it('minds the order where it counts, except among ties', () => {
    expect(sequence(result(['a'], ['b']), result(['b'], ['a']))).toEqual(mismatch);
    expect(sequence(result(['x', 5], ['y', 3], ['z', 3]), result(['x', 5], ['z', 3], ['y', 3]))).toEqual(match);
    expect(sequence(result(['x', 5], ['y', 3], ['z', 2]), result(['y', 3], ['x', 5], ['z', 2]))).toEqual(mismatch);
  });

  it('reports an empty gold result apart', () => {
    const empty = { columns: ['a'], rows: [], truncated: false };
    expect(bag(empty, { ...empty, columns: ['b'] })).toEqual({ exact: true, subset: true, emptyGold: true });
    expect(bag(empty, result(['a']))).toEqual({ exact: false, subset: false, emptyGold: true });
  });

  it('never takes a cut result as equal', () => {
    expect(bag(result(['a']), { ...result(['a']), truncated: true })).toEqual(mismatch);
  });

  it('stays quick on many columns of the same values', () => {
    const size = 14;
    const square = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (__, column) => (row * 5 + column * column) % size));
    const other = square.map((row, index) => row.map((_, column) => (index * 3 + column * 11) % size));
    const startedAt = performance.now();
    bag(result(...square), result(...other));
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('hasTopLevelOrder', () => {
  it.each([
    'SELECT a FROM t ORDER BY a',
    'SELECT a FROM (SELECT a FROM t) s order\n by (a) LIMIT 3',
  ])('finds it in %s', (sql) => expect(hasTopLevelOrder(sql)).toBe(true));

  it.each([
    'SELECT row_number() OVER (ORDER BY a) FROM t',
    'SELECT * FROM (SELECT a FROM t ORDER BY max(a) LIMIT 1) s',
    "SELECT ' ORDER BY a' FROM t -- ORDER BY a",
    'SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a) FROM t /* ORDER BY a */',
  ])('does not take the one in %s', (sql) => expect(hasTopLevelOrder(sql)).toBe(false));
});
