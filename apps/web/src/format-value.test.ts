import { formatValue, isNumeric, toNumber } from './format-value.ts';
import { sortRows } from './show-table.ts';

describe('formatValue', () => {
  it('writes numbers for people where the column holds numbers, and all else as it is', () => {
    expect(formatValue('1234567', true)).toMatch(/^1\D?234\D?567$/);
    expect(formatValue('12.50', true)).toMatch(/^12\D5$/);
    expect(formatValue('9007199254740993', true)).toBe('9007199254740993');
    expect(formatValue('02134', false)).toBe('02134');
    expect([formatValue(null, true), formatValue(false, false), formatValue('2025-01-02 00:00:00', false), formatValue('2025-01-02 00:00:00+00', false), formatValue('2025-01-02 00:00:00+02', false)]).toEqual(['–', 'no', '2025-01-02', '2025-01-02', '2025-01-02 00:00:00+02']);
  });
});

it('toNumber and isNumeric know numbers from texts that only look like some', () => {
  expect(['1', '-1.5', '1e3', '', ' 1', '0x10', 'Infinity', '1,5'].map(toNumber)).toEqual([1, -1.5, 1000, undefined, undefined, undefined, undefined, undefined]);
  expect([isNumeric(['1', null]), isNumeric([null]), isNumeric(['01', '02']), isNumeric(['0', '0.5']), isNumeric([])]).toEqual([true, false, false, true, false]);
});

it('sortRows sorts numbers as numbers, and missing values last both ways', () => {
  const rows = [['10'], [null], ['9']];
  expect(sortRows(rows, 0, false, true)).toEqual([['9'], ['10'], [null]]);
  expect(sortRows(rows, 0, true, true)).toEqual([['10'], ['9'], [null]]);
  expect(sortRows([['b'], ['A'], ['c']], 0, false, false)).toEqual([['A'], ['b'], ['c']]);
});
