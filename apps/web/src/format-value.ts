import type { Value } from './types.ts';

/** A number as JSON or as PostgreSQL prints it. */
export function toNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)) return undefined;
  return Number(value);
}

/** A column whose values are all numbers or missing, and not all missing; keys such as postal codes with a zero before them are texts. */
export function isNumeric(values: readonly Value[]): boolean {
  const known = values.filter((value) => value !== null);
  return known.length > 0 && known.every((value) => toNumber(value) !== undefined && !/^-?0\d/.test(String(value)));
}

const wholeNumbers = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const fractions = new Intl.NumberFormat(undefined, { maximumFractionDigits: 4 });

/** Days often come as the moment in which they begin. */
const midnight = /^(\d{4}-\d\d-\d\d) 00:00:00(\.0+)?(\+00)?$/;

/** A value for a person; numbers in the form of the reader's country where the column holds numbers. */
export function formatValue(value: Value, numeric: boolean): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const number = numeric ? toNumber(value) : undefined;
  if (number === undefined) return String(value).replace(midnight, '$1');
  if (Number.isInteger(number)) return Number.isSafeInteger(number) ? wholeNumbers.format(number) : String(value);
  return fractions.format(number);
}

export function formatColumn(name: string): string {
  return name === '?column?' ? 'result' : name.replaceAll('_', ' ');
}
