import type { A_Expr, ColumnRef, FuncCall, Node } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { findNodes, nameParts } from '../tree.ts';
import type { RuleContext } from './rule-context.ts';

const mostGrowth = 10_000;
const joining = new Set('|| concat concat_ws format array_cat array_append array_prepend json_build_array jsonb_build_array json_build_object jsonb_build_object string_agg array_agg'.split(' '));

/**
 * Refuses a statement that doubles a text again and again: each output column that joins the same column k times may make it k times as
 * long, and the parts of a statement that read one another multiply that.
 */
export function checkGrowth(value: Node | undefined, context: RuleContext): void {
  context.repetitions *= growthOf(value);
  if (context.repetitions > mostGrowth) throw new Refusal('too-complex', 'The statement lengthens a text again and again.');
}

/** How often an expression that joins texts or arrays names the column that it names most often; 1 where it joins nothing. */
export function growthOf(value: Node | undefined): number {
  if (value === undefined || 'ColumnRef' in value || !joins(value)) return 1;
  const names = findNodes<ColumnRef>(value, 'ColumnRef', 'SelectStmt').map(({ fields }) => nameParts(fields).at(-1) ?? '');
  return Math.max(1, ...names.map((name) => names.filter((other) => other === name).length));
}

function joins(value: Node): boolean {
  const called = (names: readonly Node[] | undefined): boolean => joining.has(nameParts(names).at(-1) ?? '');
  const isOperator = ({ name }: A_Expr): boolean => called(name);
  const isCall = ({ funcname }: FuncCall): boolean => called(funcname);
  return findNodes<A_Expr>(value, 'A_Expr', 'SelectStmt').some(isOperator) || findNodes<FuncCall>(value, 'FuncCall', 'SelectStmt').some(isCall);
}
