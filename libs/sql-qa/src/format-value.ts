import type { Value } from '@sqlwright/database';

/** A value for a person: no time where it is midnight, no zeros after a number, no quotes. */
export function formatValue(value: Value): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(value) : formatText(value);
}

function formatText(text: string): string {
  const midnight = /^(\d{4,}-\d\d-\d\d) 00:00:00(?:\.0+)?(?:[+-]\d\d(?::\d\d)?)?$/.exec(text);
  if (midnight !== null) return midnight[1] ?? text;
  const moment = /^(\d{4,}-\d\d-\d\d \d\d:\d\d:\d\d)\.\d+(.*)$/.exec(text);
  if (moment !== null) return `${moment[1] ?? ''}${moment[2] ?? ''}`;
  return /^-?\d+\.\d*0$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}
