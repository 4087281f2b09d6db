import type { Cell } from './cell.ts';
import { equalBags } from './equal-bags.ts';
import { orderCells, equalSequences } from './equal-cells.ts';
import { orderBearing } from './order-bearing.ts';

export type Column = readonly Cell[];

/** So many partial pairings are tried at most: enough for any result that a person reads, and never factorial. */
const pairingBudget = 500;

/**
 * Whether every gold column can be paired with a predicted column of its own so that the rows agree.
 * A pair must hold the same values; only pairs that do are tried together, the gold columns with fewest counterparts first.
 */
export function matchColumns(gold: readonly Column[], predicted: readonly Column[], options: { ordered: boolean; rounding: number }): boolean {
  const inOrder = options.ordered ? orderBearing(gold) : new Set<Column>();
  const counterparts = gold.map((column) => ({
    column,
    candidates: predicted.flatMap((other, index) => (sameValues(column, other, inOrder.has(column), options.rounding) ? [index] : [])),
  }));
  const fewestFirst = counterparts.toSorted((a, b) => a.candidates.length - b.candidates.length);
  return pairAll(fewestFirst, predicted, [], { rounding: options.rounding, left: pairingBudget });
}

function sameValues(gold: Column, other: Column, inOrder: boolean, rounding: number): boolean {
  return inOrder ? equalSequences(gold, other, rounding) : equalSequences(gold.toSorted(orderCells), other.toSorted(orderCells), rounding);
}

interface Counterparts {
  readonly column: Column;
  readonly candidates: readonly number[];
}

function pairAll(gold: readonly Counterparts[], predicted: readonly Column[], taken: readonly number[], budget: { rounding: number; left: number }): boolean {
  const next = gold[taken.length];
  if (next === undefined) return true;
  const free = next.candidates.filter((index) => !taken.includes(index));
  return unlike(free, predicted).some((index) => {
    budget.left -= 1;
    if (budget.left < 0) return false;
    const pairing = [...taken, index];
    const pairs = pairing.map((at, position) => [gold[position]?.column ?? [], predicted[at] ?? []] as const);
    return equalBags(pairs, budget.rounding) && pairAll(gold, predicted, pairing, budget);
  });
}

/** Of columns that are equal cell by cell only one need be tried. */
function unlike(candidates: readonly number[], predicted: readonly Column[]): number[] {
  if (candidates.length < 2) return [...candidates];
  return [...new Map(candidates.map((index) => [JSON.stringify(predicted[index]), index])).values()];
}
