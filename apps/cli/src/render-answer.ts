import { formatValue, type Answer } from '@sqlwright/sql-qa';

const shownRows = 20;
const narrowestColumn = 6;
const gap = '  ';

/** How much room there is, and how values are written. */
export interface RenderOptions {
  /** Columns of the terminal; 100 where the output is no terminal. */
  readonly width?: number | undefined;
  readonly locale?: string | undefined;
}

/** An answer as the terminal shows it: what the question was taken for, SQL, values taken for others, rows as a table, the sentence. */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): string {
  const parts = [
    ...(answer.understoodAs === undefined ? [] : [`Asked   ${printable(answer.understoodAs)}`]),
    ...(answer.sql === null ? [] : [`SQL     ${printable(answer.sql)}${answer.confirmed === true ? '  (confirmed)' : ''}${answer.repaired === true ? '  (second attempt)' : ''}${answer.votes === undefined ? '' : `  (${answer.votes.agreeing} of ${answer.votes.of} votes)`}`]),
    ...answer.groundings.map(({ written, taken }) => `        '${printable(written)}' taken as '${printable(taken)}'`),
    ...(answer.rows.length > 0 ? ['', ...renderTable(answer.columns, answer.rows, options)] : []),
    ...(answer.rows.length > shownRows || answer.truncated ? [`… ${answer.rows.length}${answer.truncated ? ' and more' : ''} rows`] : []),
    '',
    `Answer  ${printable(answer.answer)}`,
  ];
  return `${parts.join('\n')}\n`;
}

/** Columns aligned under their names, numbers to the right; the widest are cut until the table fits, and columns that have no room are left out. */
export function renderTable(columns: readonly string[], rows: Answer['rows'], { width = 100, locale }: RenderOptions = {}): string[] {
  const shown = rows.slice(0, shownRows);
  const cells = [columns.map(printable), ...shown.map((row) => row.map((value, index) => (value === null ? '–' : printable(formatValue(value, { locale }, columns[index])))))];
  const widths = fitWidths(columns.map((_, index) => Math.max(1, ...cells.map((row) => lengthOf(row[index] ?? '')))), width);
  const isNumeric = widths.map((_, index) => shown.length > 0 && shown.every((row) => row[index] === null || /^-?\d+(\.\d+)?$/.test(String(row[index]))));
  const lines = cells.map((row) => widths.map((size, index) => pad(cut(row[index] ?? '', size), size, isNumeric[index] === true)).join(gap).trimEnd());
  const hidden = columns.length - widths.length;
  return [lines[0] ?? '', widths.map((size) => '─'.repeat(size)).join(gap), ...lines.slice(1), ...(hidden > 0 ? [`(${hidden} more ${hidden === 1 ? 'column' : 'columns'}: ${columns.slice(widths.length).map(printable).join(', ')})`] : [])];
}

function fitWidths(wanted: readonly number[], width: number): number[] {
  const widths = [...wanted];
  const total = (): number => widths.reduce((sum, size) => sum + size, 0) + gap.length * (widths.length - 1);
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) > narrowestColumn) widths[widest] = (widths[widest] ?? 0) - 1;
    else if (widths.length > 1) widths.pop();
    else break;
  }
  return widths;
}

function cut(text: string, size: number): string {
  return lengthOf(text) <= size ? text : `${[...text].slice(0, size - 1).join('')}…`;
}

function pad(text: string, size: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, size - lengthOf(text)));
  return right ? blanks + text : text + blanks;
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** One line, and none of the control characters by which a stored text could move the cursor or colour the terminal. */
function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '�');
}
