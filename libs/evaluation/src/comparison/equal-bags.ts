import type { Cell } from './cell.ts';
import { equalSequences, isFraction, orderCells } from './equal-cells.ts';

type Column = readonly Cell[];

/**
 * Whether the rows over the given columns are the same, whatever their order; equal rows are counted.
 * @param columns pairs of a column of one result and its counterpart in the other, all of the same length
 */
export function equalBags(columns: readonly (readonly [Column, Column])[], rounding: number): boolean {
  const fractional = columns.filter((pair) => pair.some((column) => column.some(isFraction)));
  const whole = columns.filter((pair) => !fractional.includes(pair));
  const left = group(sideOf(whole, 0), sideOf(fractional, 0), columns[0]?.[0].length ?? 0);
  const right = group(sideOf(whole, 1), sideOf(fractional, 1), columns[0]?.[1].length ?? 0);
  return left.size === right.size && [...left].every(([key, rows]) => equalRows(rows, right.get(key) ?? [], rounding));
}

function sideOf(columns: readonly (readonly [Column, Column])[], side: 0 | 1): Column[] {
  return columns.map((pair) => pair[side]);
}

/** Rows that agree in all columns which compare without tolerance, each reduced to its cells in the others. */
function group(whole: readonly Column[], fractional: readonly Column[], length: number): Map<string, Cell[][]> {
  const groups = new Map<string, Cell[][]>();
  for (let row = 0; row < length; row += 1) {
    const key = JSON.stringify(whole.map((column) => column[row]));
    const rows = groups.get(key) ?? [];
    groups.set(key, rows);
    rows.push(fractional.map((column) => column[row] ?? null));
  }
  return groups;
}

function equalRows(left: Cell[][], right: Cell[][], rounding: number): boolean {
  if (left.length !== right.length) return false;
  const [first, second] = [left.toSorted(orderRows), right.toSorted(orderRows)];
  if (first.every((row, index) => equalSequences(row, second[index] ?? [], rounding))) return true;
  // In one dimension sorted pairs are the best pairs; in more, near ties may have been sorted apart.
  return (first[0]?.length ?? 0) > 1 && pairFreely(first, second, rounding);
}

function pairFreely(left: readonly Cell[][], right: Cell[][], rounding: number): boolean {
  const unpaired = [...right];
  return left.every((row) => {
    const at = unpaired.findIndex((other) => equalSequences(row, other, rounding));
    if (at !== -1) unpaired.splice(at, 1);
    return at !== -1;
  });
}

function orderRows(a: readonly Cell[], b: readonly Cell[]): number {
  for (const [index, cell] of a.entries()) {
    const order = orderCells(cell, b[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}
