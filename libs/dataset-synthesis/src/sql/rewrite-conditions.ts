import { tokenAt, type StatementDraft } from './statement-draft.ts';
import { columnNames, isFields, nodeOf, visitNodes, type Fields } from './syntax-tree.ts';

/** Writes `x = TRUE` as `x` and `x = FALSE` as `NOT x`, for a column x. */
export function dropBooleanComparison(draft: StatementDraft): void {
  visitNodes(draft.tree, (kind, fields) => {
    const constant = nodeOf(fields['rexpr'], 'A_Const')?.['boolval'];
    if (kind !== 'A_Expr' || !isEquality(fields) || !isFields(constant)) return;
    const column = tokenAt(draft, nodeOf(fields['lexpr'], 'ColumnRef')?.['location']);
    const operator = tokenAt(draft, fields['location']);
    if (column === -1 || operator === -1) return;
    draft.texts[operator] = draft.texts[operator + 1] = '';
    if (constant['boolval'] !== true) draft.texts[column] = `NOT ${draft.texts[column]}`;
  });
}

/** Puts the column of the table that a join or a subquery brings in before the `=`, the column of what was there before after it. */
export function orderJoinOperands(draft: StatementDraft): void {
  visitNodes(draft.tree, (kind, fields) => {
    if (kind === 'JoinExpr') orderOperands(draft, fields['quals'], nameOf(fields['rarg']));
    if (kind === 'SelectStmt') orderOperands(draft, fields['whereClause'], nameOfOnlyTable(fields['fromClause']));
  });
}

function orderOperands(draft: StatementDraft, condition: unknown, newTable: string | undefined): void {
  if (newTable === undefined) return;
  for (const equality of conjuncts(condition).filter(isEquality)) {
    const [left, right] = [columnNames(equality['lexpr']), columnNames(equality['rexpr'])];
    if (left.length === 2 && right.length === 2 && left[0] !== newTable && right[0] === newTable) swapColumns(draft, equality);
  }
}

/** A qualified column is three tokens: table, dot, column. */
function swapColumns(draft: StatementDraft, equality: Fields): void {
  const [left, right] = [equality['lexpr'], equality['rexpr']].map((side) => tokenAt(draft, nodeOf(side, 'ColumnRef')?.['location'])) as [number, number];
  if (left === -1 || right === -1) return;
  const texts = draft.texts.slice(left, left + 3);
  draft.texts.splice(left, 3, ...draft.texts.slice(right, right + 3));
  draft.texts.splice(right, 3, ...texts);
}

/** The conditions that AND joins at the top of a condition. */
function conjuncts(condition: unknown): Fields[] {
  const all = nodeOf(condition, 'BoolExpr');
  if (all?.['boolop'] === 'AND_EXPR' && Array.isArray(all['args'])) return all['args'].flatMap(conjuncts);
  return [nodeOf(condition, 'A_Expr') ?? []].flat();
}

function isEquality(expression: Fields): boolean {
  const [operator] = Array.isArray(expression['name']) ? expression['name'] : [];
  return expression['kind'] === 'AEXPR_OP' && nodeOf(operator, 'String')?.['sval'] === '=';
}

function nameOf(source: unknown): string | undefined {
  const table = nodeOf(source, 'RangeVar');
  const alias = isFields(table?.['alias']) ? table['alias']['aliasname'] : table?.['relname'];
  return typeof alias === 'string' ? alias : undefined;
}

function nameOfOnlyTable(from: unknown): string | undefined {
  return Array.isArray(from) && from.length === 1 ? nameOf(from[0]) : undefined;
}
