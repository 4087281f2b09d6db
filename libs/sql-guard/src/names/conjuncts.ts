import type { Node } from 'libpg-query';

/** The conditions that all have to hold. */
export function conjuncts(condition: Node | undefined): readonly Node[] {
  if (condition === undefined) return [];
  return 'BoolExpr' in condition && condition.BoolExpr.boolop === 'AND_EXPR' ? (condition.BoolExpr.args ?? []).flatMap(conjuncts) : [condition];
}
