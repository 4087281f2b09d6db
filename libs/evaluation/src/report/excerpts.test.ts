import type { QueryResult, Value } from '@sqlwright/database';
import { excerpts } from './excerpts.ts';

const result = (...rows: Value[][]): QueryResult => ({ columns: ['a', 'b'], rows, truncated: false });

describe('excerpts', () => {
  it('show the rows of one side alone before those of both', () => {
    const both: Value[][] = Array.from({ length: 7 }, (_, index) => [index, '2024-01-01']);
    const { expected, given } = excerpts(result(...both, [8, null]), result([9, 'x'], ...both.map(([first]): Value[] => [String(first), '2024-01-01 00:00:00'])));
    expect(expected).toMatchObject({ total: 8, rows: [[8, null], [0, '2024-01-01'], [1, '2024-01-01'], [2, '2024-01-01'], [3, '2024-01-01']] });
    expect(given?.rows.slice(0, 2)).toEqual([[9, 'x'], ['0', '2024-01-01 00:00:00']]);
  });

  it('count equal rows', () => {
    const { expected, given } = excerpts(result(['x', 1], ['y', 1], ['x', 1]), result(['x', 1], ['y', 1]));
    expect(expected?.rows[0]).toEqual(['x', 1]);
    expect(given?.rows).toEqual([['x', 1], ['y', 1]]);
  });

  it('leave results of other columns, and one alone, as they are', () => {
    expect(excerpts(result([1, 2], [3, 4]), { columns: ['n'], rows: [[7]], truncated: false })).toMatchObject({ expected: { rows: [[1, 2], [3, 4]] }, given: { rows: [[7]] } });
    expect(excerpts(result([1, 2]), undefined)).toEqual({ expected: { columns: ['a', 'b'], rows: [[1, 2]], total: 1 } });
  });
});
