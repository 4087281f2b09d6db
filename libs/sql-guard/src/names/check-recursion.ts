import type { A_Const, A_Expr, FuncCall, JoinExpr, Node, RangeVar, ResTarget, SelectStmt } from 'libpg-query';
import { growthOf } from '../grammar/check-growth.ts';
import { Refusal } from '../refusal.ts';
import { findNodes, nameParts, numericConstant } from '../tree.ts';
import { isSetReturning } from './single-row.ts';

const largestNumber = 100_000;

/** Whether a query of a WITH RECURSIVE reads the result that it makes. */
export function readsItself(select: SelectStmt, name: string): boolean {
  return findNodes<RangeVar>(select, 'RangeVar').some(({ relname, schemaname }) => relname === name && schemaname === undefined);
}

/**
 * Refuses a recursive query with nothing that could end it: its step must compare a column, and with no number so large that it runs for
 * hours. Whether the comparison ends it cannot be told; the time limit of the execution is for that.
 */
export function checkRecursion(select: SelectStmt, name: string): void {
  const step = select.rarg;
  if (step === undefined || !conditionsOf(step).some(comparesColumn)) throw new Refusal('too-complex', `The recursive query "${name}" has no condition that ends it.`);
  checkStepGrowth(step, name);
  const numbers = findNodes<A_Const>(select, 'A_Const').map((constant) => numericConstant({ A_Const: constant }) ?? 0);
  if (numbers.some((number) => number > largestNumber)) throw new Refusal('too-complex', `The recursive query "${name}" counts beyond ${largestNumber}.`);
}

/** A step that makes several rows of one, or a text twice as long, does so at every round. */
function checkStepGrowth(step: SelectStmt, name: string): void {
  const functions = findNodes<FuncCall>(step, 'FuncCall').flatMap(({ funcname }) => nameParts(funcname).at(-1) ?? '');
  const growing = functions.find((called) => isSetReturning(called) || /^(repeat|replace|regexp_replace|lpad|rpad)$/.test(called));
  if (growing !== undefined) throw new Refusal('too-complex', `The recursive query "${name}" may not call ${growing}: every round would make more of it.`);
  const targets = findNodes<ResTarget>(step.targetList, 'ResTarget', 'SelectStmt');
  if (targets.some(({ val }) => growthOf(val) > 1)) throw new Refusal('too-complex', `The recursive query "${name}" lengthens a text at every round.`);
}

function conditionsOf(step: SelectStmt): Node[] {
  const joins = findNodes<JoinExpr>(step.fromClause, 'JoinExpr').flatMap(({ quals, usingClause }) => [...(quals === undefined ? [] : [quals]), ...(usingClause ?? [])]);
  return [...(step.whereClause === undefined ? [] : [step.whereClause]), ...joins];
}

/** A name of a USING clause is an equality of two columns. */
function comparesColumn(condition: Node): boolean {
  return 'String' in condition || findNodes<A_Expr>(condition, 'A_Expr').some(({ lexpr, rexpr }) => findNodes([lexpr, rexpr], 'ColumnRef').length > 0);
}
