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

describe('formatValue with a locale', () => {
  it.each([
    ['1234567', 'total', '1,234,567'],
    [2024, 'joined', '2024'],
    ['10115', 'postal_code', '10115'],
    ['0123456', 'phone', '0123456'],
    ['33.3333333333333333', 'avg', '33.33'],
    ['2025-01-02', 'born', 'January 2, 2025'],
    ['2025-01-02 17:30:00', 'at', 'January 2, 2025 17:30:00'],
    ['12345678901234567890', 'id', '12345678901234567890'],
  ])('writes %j of %s as %s', (value, column, text) => {
    expect(formatValue(value, { locale: 'en' }, column)).toBe(text);
  });

  it('follows the locale', () => {
    expect(formatValue('12345.5', { locale: 'de' }, 'sum')).toBe('12.345,5');
    expect(formatValue('2025-01-02', { locale: 'de' })).toBe('2. Januar 2025');
  });
});

describe('formatAnswer', () => {
  it('shows five rows of many', () => {
    const rows = Array.from({ length: 7 }, (_, index) => [`n${index}`, index]);
    expect(formatAnswer({ columns: ['full_name', '?column?'], rows, truncated: false })).toBe('7 rows. full name, result: n0, 0; n1, 1; n2, 2; n3, 3; n4, 4; …');
  });
});
