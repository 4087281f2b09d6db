import type { QueryResult } from '@sqlwright/database';
import { formatValue } from './format-value.ts';

const mostRows = 5;

/** Says what the rows say, and nothing else: `count: 3`, `full name: Ann Lee, city: Oslo`, or the first of several rows. */
export function formatAnswer({ columns, rows, truncated }: QueryResult): string {
  const [first, ...others] = rows;
  if (first === undefined) return 'No rows match.';
  const labels = columns.map(formatLabel);
  if (others.length === 0 && !truncated) return first.map((value, index) => `${labels[index] ?? ''}: ${formatValue(value)}`).join(', ');
  const number = truncated ? `More than ${rows.length} rows.` : `${rows.length} rows.`;
  const shown = rows.slice(0, mostRows).map((row) => row.map(formatValue).join(', '));
  return `${number} ${labels.join(', ')}: ${shown.join('; ')}${rows.length > mostRows || truncated ? '; …' : ''}`;
}

function formatLabel(column: string): string {
  return column === '?column?' ? 'result' : column.replaceAll('_', ' ');
}
