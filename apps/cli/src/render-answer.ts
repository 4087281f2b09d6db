import type { Answer } from '@sqlwright/sql-qa';

const shownRows = 20;
const widestColumn = 40;

/** An answer as the terminal shows it: SQL, rows as a table, the sentence. */
export function renderAnswer(answer: Answer): string {
  const parts = [
    ...(answer.sql === null ? [] : [`SQL     ${answer.sql}`]),
    ...answer.groundings.map(({ written, taken }) => `        '${written}' taken as '${taken}'`),
    ...(answer.rows.length > 0 ? ['', ...renderTable(answer.columns, answer.rows)] : []),
    ...(answer.rows.length > shownRows || answer.truncated ? [`… ${answer.rows.length}${answer.truncated ? ' and more' : ''} rows`] : []),
    '',
    `Answer  ${answer.answer}`,
  ];
  return `${parts.join('\n')}\n`;
}

/** Columns aligned under their names, long values cut. */
export function renderTable(columns: readonly string[], rows: readonly (readonly unknown[])[]): string[] {
  const cells = [columns, ...rows.slice(0, shownRows)].map((row) => row.map((value) => renderCell(value)));
  const widths = columns.map((_, index) => Math.min(widestColumn, Math.max(...cells.map((row) => row[index]?.length ?? 0))));
  const lines = cells.map((row) => row.map((cell, index) => cell.slice(0, widestColumn).padEnd(widths[index] ?? 0)).join('  ').trimEnd());
  return [lines[0] ?? '', widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)];
}

function renderCell(value: unknown): string {
  return value === null || value === undefined ? '–' : String(value).replace(/\s+/g, ' ');
}
