import type { Answer } from '@sqlwright/sql-qa';

/** Rows as CSV (RFC 4180). A text that a spreadsheet would read as a formula gets an apostrophe before it. */
export function renderCsv({ columns, rows }: Pick<Answer, 'columns' | 'rows'>): string {
  return [columns, ...rows].map((row) => `${row.map(renderField).join(',')}\r\n`).join('');
}

function renderField(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? defuse(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A number stays a number, a negative one too. */
function defuse(text: string): string {
  return /^[\s\u0000]*[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
