import { formatValue, isNumeric, toNumber } from './format-value.ts';
import type { Table } from './types.ts';

/** How a result may be drawn. */
export type Chart =
  | { readonly kind: 'number'; readonly label: string; readonly value: number }
  | { readonly kind: 'bars' | 'line'; readonly label: string; readonly by: string; readonly points: readonly { readonly name: string; readonly value: number }[] };

const mostBars = 30;
const time = /^\d{4}(-\d\d(-\d\d.*)?)?$/;

/** One number; a name and a number a row as bars; the same over time as a line, without what has no date. Other shapes are best read as a table. */
export function chooseChart({ columns, rows }: Table): Chart | undefined {
  const [first = '', second = ''] = columns;
  if (columns.length === 1 && rows.length === 1) {
    const value = toNumber(rows[0]?.[0] ?? null);
    return value === undefined ? undefined : { kind: 'number', label: first, value };
  }
  if (columns.length !== 2 || rows.length < 2) return undefined;
  const [names, values] = [rows.map((row) => row[0] ?? null), rows.map((row) => row[1] ?? null)];
  if (!isNumeric(values) || values.includes(null)) return undefined;
  const points = rows.map((row, index) => ({ name: formatValue(names[index] ?? null, false), value: toNumber(row[1] ?? null) ?? 0 }));
  const isDated = (_: unknown, index: number): boolean => names[index] !== null;
  const isTime = names.filter((name) => name !== null).every((name) => time.test(String(name)));
  const dated = isTime ? points.filter(isDated).toSorted((a, b) => a.name.localeCompare(b.name)) : [];
  if (dated.length >= 3) return { kind: 'line', label: second, by: first, points: dated };
  const areNames = isTime || !isNumeric(names);
  return areNames && points.length <= mostBars ? { kind: 'bars', label: second, by: first, points } : undefined;
}
