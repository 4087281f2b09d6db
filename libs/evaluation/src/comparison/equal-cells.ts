import type { Cell } from './cell.ts';

const relativeTolerance = 1e-6;
const absoluteTolerance = 1e-9;

/**
 * Whether two cells are the same value. NULL equals NULL; whole numbers must be equal; where one is a fraction, the two may differ by
 * floating-point noise or by `rounding`.
 */
export function equalCells(a: Cell, b: Cell, rounding: number): boolean {
  if (a === b) return true;
  if (typeof a !== 'number' || typeof b !== 'number' || !(isFraction(a) || isFraction(b))) return false;
  const noise = absoluteTolerance + relativeTolerance * Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= Math.max(noise, rounding + absoluteTolerance);
}

/** Whether a cell is a number that is not whole: one that may have been rounded. */
export function isFraction(cell: Cell): boolean {
  return typeof cell === 'number' && !Number.isInteger(cell);
}

/** A total order: NULL, numbers, texts. */
export function orderCells(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return rank(a) - rank(b);
}

function rank(cell: Cell): number {
  return cell === null ? 0 : typeof cell === 'number' ? 1 : 2;
}

/** Whether two columns hold the same cells in the same order. */
export function equalSequences(a: readonly Cell[], b: readonly Cell[], rounding: number): boolean {
  return a.length === b.length && a.every((cell, index) => equalCells(cell, b[index] ?? null, rounding));
}
