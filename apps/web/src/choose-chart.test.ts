import { chooseChart } from './choose-chart.ts';
import type { Value } from './types.ts';

const chart = (columns: string[], ...rows: Value[][]): ReturnType<typeof chooseChart> => chooseChart({ columns, rows, truncated: false });

describe('chooseChart', () => {
  it('shows one number as a number', () => {
    expect(chart(['count'], ['600'])).toEqual({ kind: 'number', label: 'count', value: 600 });
    expect(chart(['name'], ['Ann'])).toBeUndefined();
    expect(chart(['max'], [null])).toBeUndefined();
  });

  it('shows names with numbers as bars, in the order of the rows', () => {
    expect(chart(['country', 'count'], ['USA', '20'], [null, '3'])).toEqual({ kind: 'bars', label: 'count', by: 'country', points: [{ name: 'USA', value: 20 }, { name: '–', value: 3 }] });
  });

  it('shows numbers over time as a line, the earliest first', () => {
    expect(chart(['month', 'count'], ['2025-03', 2], ['2025-01', 5], ['2025-02', 1])).toMatchObject({ kind: 'line', points: [{ name: '2025-01', value: 5 }, { name: '2025-02' }, { name: '2025-03' }] });
    expect(chart(['year', 'count'], ['2024', 2], ['2025', 5])).toMatchObject({ kind: 'bars' });
  });

  it('draws what has a date, and leaves what has none to the table', () => {
    expect(chart(['date_trunc', 'count'], [null, 9], ['2025-01-01 00:00:00+00', 5], ['2026-01-01 00:00:00+00', 1], ['2024-01-01 00:00:00+00', 2])).toEqual({
      kind: 'line',
      label: 'count',
      by: 'date_trunc',
      points: [{ name: '2024-01-01', value: 2 }, { name: '2025-01-01', value: 5 }, { name: '2026-01-01', value: 1 }],
    });
  });

  it('leaves other shapes to the table', () => {
    expect(chart(['a', 'b', 'c'], ['x', 1, 2], ['y', 3, 4])).toBeUndefined();
    expect(chart(['id', 'age'], ['17', '30'], ['18', '31'])).toBeUndefined();
    expect(chart(['name', 'age'], ['Ann', 30], ['Bo', null])).toBeUndefined();
    expect(chart(['name', 'code'], ['Ann', '01234'], ['Bo', '09999'])).toBeUndefined();
    expect(chart(['name', 'n'], ...Array.from({ length: 31 }, (_, index) => [`n${index}`, index]))).toBeUndefined();
  });
});
