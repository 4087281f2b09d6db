import { toNumber } from './format-value.ts';
import type { Table, Value } from './types.ts';

/**
 * Writes a result as CSV (RFC 4180, UTF-8 with a mark that spreadsheets look for). A text that a spreadsheet would run as a
 * formula gets an apostrophe before it; numbers stay numbers.
 */
export function toCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const lines = [columns.map(cell), ...rows.map((row) => row.map(cell))];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}

function cell(value: Value): string {
  if (value === null) return '';
  const text = String(value);
  if (toNumber(value) !== undefined || typeof value === 'boolean') return text;
  const safe = /^[\s\u0000-\u001f]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
