import type { Cell } from './cell.ts';
import { orderCells } from './equal-cells.ts';

type Column = readonly Cell[];

/** A date or timestamp as `toCell` writes it: its text sorts as its time does. */
const datePattern = /^\d{4}-\d{2}-\d{2}T/;

/**
 * The columns whose sequence must be met where the order of rows counts. If numbers or dates rise or fall down the rows, the rows were
 * sorted by these, and rows that tie in them may come in any order. Otherwise (sorted by text, or by something not shown) all columns.
 */
export function orderBearing(columns: readonly Column[]): Set<Column> {
  const sorted = columns.filter((column) => isComparable(column) && new Set(column).size > 1 && (rises(column) || rises(column.toReversed())));
  return new Set(sorted.length > 0 ? sorted : columns);
}

function isComparable(column: Column): boolean {
  return column.every((cell) => typeof cell === 'number' || (typeof cell === 'string' && datePattern.test(cell)));
}

function rises(column: Column): boolean {
  return column.every((cell, index) => index === 0 || orderCells(column[index - 1] ?? null, cell) <= 0);
}
