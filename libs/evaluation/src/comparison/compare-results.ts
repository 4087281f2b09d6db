import type { QueryResult } from '@sqlwright/database';
import { toCell } from './cell.ts';
import { matchColumns, type Column } from './match-columns.ts';

export interface ComparisonOptions {
  /** Whether the order of the gold rows counts; rows that tie in a sorted number or date may come in any order. */
  readonly ordered: boolean;
  /**
   * How far a number that is not whole may be off, so that an average or percentage rounded to two decimals equals the unrounded one;
   * 0.005 by default. Whole numbers must always be equal.
   */
  readonly tolerance?: number;
}

export interface ResultComparison {
  /** The same rows and no further column. */
  readonly exact: boolean;
  /** The gold columns are there with the same rows; there may be further columns. True where `exact` is. */
  readonly subset: boolean;
  /** The gold result has no rows, so that a match says little. */
  readonly emptyGold: boolean;
}

const defaultTolerance = 0.005;

/**
 * Compares two results as bags of rows. Names and order of columns are free; text that spells a number or date counts as its value,
 * NULL equals NULL. A result that was cut at the row limit equals nothing.
 */
export function compareResults(gold: QueryResult, predicted: QueryResult, options: ComparisonOptions): ResultComparison {
  const emptyGold = gold.rows.length === 0;
  const subset = comparable(gold, predicted) && (emptyGold || sameRows(gold, predicted, options));
  return { exact: subset && gold.columns.length === predicted.columns.length, subset, emptyGold };
}

function comparable(gold: QueryResult, predicted: QueryResult): boolean {
  return !gold.truncated && !predicted.truncated && gold.rows.length === predicted.rows.length && gold.columns.length <= predicted.columns.length;
}

function sameRows(gold: QueryResult, predicted: QueryResult, { ordered, tolerance = defaultTolerance }: ComparisonOptions): boolean {
  return matchColumns(toColumns(gold), toColumns(predicted), { ordered, rounding: tolerance });
}

function toColumns(result: QueryResult): Column[] {
  return result.columns.map((_, index) => result.rows.map((row) => toCell(row[index] ?? null)));
}
