import { button, el } from './dom.ts';
import { formatColumn, formatValue, isNumeric, toNumber } from './format-value.ts';
import { toCsv } from './to-csv.ts';
import type { Table, Value } from './types.ts';

/** A table that is sorted by a click on a column's head, with a download. */
export function showTable(table: Table): HTMLElement {
  const numeric = table.columns.map((_, index) => isNumeric(table.rows.map((row) => row[index] ?? null)));
  const body = el('tbody');
  let order: { column: number; down: boolean } | undefined;
  const heads = table.columns.map((name, index) => {
    const sort = button(formatColumn(name), () => {
      order = { column: index, down: order?.column === index && !order.down };
      draw();
    });
    return el('th', { scope: 'col', ...(numeric[index] === true ? { class: 'numeric' } : {}) }, sort);
  });
  const draw = (): void => {
    heads.forEach((head, index) => setOrder(head, order?.column === index ? order.down : undefined));
    const sorted = order === undefined ? table.rows : sortRows(table.rows, order.column, order.down, numeric[order.column] === true);
    body.replaceChildren(...sorted.map((row) => el('tr', {}, ...row.map((value, index) => showCell(value, numeric[index] === true)))));
  };
  draw();
  const rows = `${table.truncated ? 'The first ' : ''}${table.rows.length} ${table.rows.length === 1 ? 'row' : 'rows'}${table.truncated ? '; there are more' : ''}`;
  const grid = el('table', {}, el('caption', {}, rows), el('thead', {}, el('tr', {}, ...heads)), body);
  return el('div', {}, el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Rows' }, grid), button('Download CSV', () => download(table)));
}

function setOrder(head: HTMLElement, down: boolean | undefined): void {
  if (down === undefined) head.removeAttribute('aria-sort');
  else head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
}

function showCell(value: Value, numeric: boolean): HTMLElement {
  return el('td', numeric ? { class: 'numeric' } : {}, formatValue(value, numeric));
}

/** Missing values come last whichever way it is sorted. */
export function sortRows(rows: Table['rows'], column: number, down: boolean, numeric: boolean): Table['rows'] {
  const compare = (a: Value, b: Value): number => (numeric ? (toNumber(a) ?? 0) - (toNumber(b) ?? 0) : String(a).localeCompare(String(b), undefined, { numeric: true }));
  return rows.toSorted((left, right) => {
    const [a, b] = [left[column] ?? null, right[column] ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return down ? compare(b, a) : compare(a, b);
  });
}

function download(table: Table): void {
  const url = URL.createObjectURL(new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' }));
  el('a', { href: url, download: 'answer.csv' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
