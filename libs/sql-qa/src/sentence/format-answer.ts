import type { QueryResult } from '@sqlwright/database';
import { formatValue, type ValueFormat } from './format-value.ts';

const mostRows = 5;

/** Says what the rows say, and nothing else: `count: 3`, `full name: Ann Lee, city: Oslo`, or the first of several rows. */
export function formatAnswer({ columns, rows, truncated }: QueryResult, format: ValueFormat = {}): string {
  const [first, ...others] = rows;
  if (first === undefined) return truncated ? 'The result is too large to be shown.' : 'No rows match.';
  const labels = columns.map(formatLabel);
  const write = (row: QueryResult['rows'][number]): string[] => row.map((value, index) => formatValue(value, format, columns[index]));
  if (others.length === 0 && !truncated) return write(first).map((value, index) => `${labels[index] ?? ''}: ${value}`).join(', ');
  const count = formatValue(rows.length, format);
  const number = truncated ? `More than ${count} rows.` : `${count} rows.`;
  const shown = rows.slice(0, mostRows).map((row) => write(row).join(', '));
  return `${number} ${labels.join(', ')}: ${shown.join('; ')}${rows.length > mostRows || truncated ? '; …' : ''}`;
}

function formatLabel(column: string): string {
  return column === '?column?' ? 'result' : column.replaceAll('_', ' ');
}
