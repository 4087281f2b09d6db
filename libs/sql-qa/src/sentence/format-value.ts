import type { Value } from '@sqlwright/database';

/** How values are written for a person. Without a locale: plain numbers and ISO dates. */
export interface ValueFormat {
  /** BCP 47, such as `en` or `de-CH`. */
  readonly locale?: string | undefined;
}

/** Numbers from this size on are grouped: smaller ones may be years. */
const groupedFrom = 10_000;
const mostDecimals = 2;
/** Digits that name something and count nothing. */
const namingColumn = /(^|_)(id|key|code|number|no|nr|zip|postal|postcode|phone|fax|year|isbn|sku)s?($|_)/i;

/**
 * A value for a person: no time where it is midnight, no zeros after a number, at most two decimals of a long fraction, no quotes.
 * @param column the name of its column: numbers of keys, codes and years are never grouped
 */
export function formatValue(value: Value, { locale }: ValueFormat = {}, column = ''): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(String(value), locale, column);
  return formatText(value, locale, column);
}

function formatText(text: string, locale: string | undefined, column: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return formatNumber(text, locale, column);
  const [, day, time] = /^(\d{4,}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d)(?:\.\d+)?(?:[+-]\d\d(?::\d\d)?)?)?$/.exec(text) ?? [];
  if (day === undefined) return text;
  const written = formatDay(day, locale);
  return time === undefined || time === '00:00:00' ? written : `${written} ${time}${/[+-]\d\d(:\d\d)?$/.exec(text.slice(19))?.[0] ?? ''}`;
}

function formatNumber(text: string, locale: string | undefined, column: string): string {
  if (/^-?0\d/.test(text)) return text;
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  const short = decimals > mostDecimals + 2 ? Number(text).toFixed(mostDecimals) : text;
  const plain = short.includes('.') ? short.replace(/\.?0+$/, '') : short;
  if (locale === undefined || namingColumn.test(column)) return plain;
  const isGrouped = Math.abs(Number(plain)) >= groupedFrom && Number.isSafeInteger(Math.trunc(Number(plain)));
  return new Intl.NumberFormat(locale, { useGrouping: isGrouped, maximumFractionDigits: 20 }).format(Number(plain));
}

function formatDay(day: string, locale: string | undefined): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (locale === undefined || Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
