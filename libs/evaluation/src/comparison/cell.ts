import type { Value } from '@sqlwright/database';

/** A value in the form in which results are compared: numbers as numbers, dates and booleans as text of one spelling. */
export type Cell = string | number | null;

/** No leading zero and no plus sign: postal codes and phone numbers stay text. */
const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const datePattern = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2})?(\.\d+)?)?([+-]\d{2}(?::?\d{2})?|Z)?$/;

/** Brings a value into its comparable form. */
export function toCell(value: Value): Cell {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  return asNumber(value) ?? asDate(value) ?? value;
}

function asNumber(text: string): number | undefined {
  if (!numberPattern.test(text)) return undefined;
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? undefined : number;
}

function asDate(text: string): string | undefined {
  const [, day, minutes = '00:00', seconds = ':00', fraction = '', zone] = datePattern.exec(text) ?? [];
  if (day === undefined) return undefined;
  const local = `${day}T${minutes}${seconds}`;
  const moment = zone === undefined ? local : toUtc(local, zone);
  return moment === undefined ? undefined : moment + fraction.replace(/\.?0+$/, '');
}

function toUtc(local: string, zone: string): string | undefined {
  const digits = zone.replace(':', '');
  const offset = zone === 'Z' ? zone : `${digits.slice(0, 3)}:${digits.slice(3) || '00'}`;
  const moment = new Date(local + offset);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 19);
}
