import { formatAnswer } from './format-answer.ts';
import { formatValue } from './format-value.ts';

describe('formatValue', () => {
  it.each([
    ['2025-01-02 00:00:00', '2025-01-02'],
    ['2025-01-02 00:00:00+00', '2025-01-02'],
    ['2025-01-02 17:30:00.123456', '2025-01-02 17:30:00'],
    ['33.3300', '33.33'],
    ['-5.00', '-5'],
    ['100', '100'],
    ['10.0.0.0', '10.0.0.0'],
    [0, '0'],
    [false, 'no'],
    [null, 'none'],
  ])('writes %j as %s', (value, text) => {
    expect(formatValue(value)).toBe(text);
  });
});

describe('formatAnswer', () => {
  it('shows five rows of many', () => {
    const rows = Array.from({ length: 7 }, (_, index) => [`n${index}`, index]);
    expect(formatAnswer({ columns: ['full_name', '?column?'], rows, truncated: false })).toBe('7 rows. full name, result: n0, 0; n1, 1; n2, 2; n3, 3; n4, 4; …');
  });
});
