import { parseTree, visitNodes } from './syntax-tree.ts';

export const levels = ['easy', 'medium', 'hard', 'extra'] as const;
export type Level = (typeof levels)[number];

/**
 * How hard a statement is, after Spider's four levels: parts such as joins, subqueries, groups, conditions and functions are counted; one or none is
 * easy, two are medium, up to four hard.
 * @throws Error for text that is no SQL
 */
export async function statementLevel(sql: string): Promise<Level> {
  const seen = { selects: 0, joins: 0, conditions: 0, groups: 0, orders: 0, having: 0, calls: new Set<string>(), special: 0 };
  visitNodes(await parseTree(sql), (kind, fields) => {
    if (kind === 'SelectStmt') {
      seen.selects += 1;
      if (Array.isArray(fields['groupClause'])) seen.groups += 1;
      if (Array.isArray(fields['sortClause'])) seen.orders += 1;
      if (fields['havingClause'] !== undefined) seen.having += 1;
    }
    if (kind === 'JoinExpr') seen.joins += 1;
    if (kind === 'A_Expr' || kind === 'NullTest') seen.conditions += 1;
    if (kind === 'FuncCall') seen.calls.add(JSON.stringify(fields['funcname']));
    if (kind === 'CaseExpr' || kind === 'CommonTableExpr' || kind === 'WindowDef' || fields['agg_filter'] !== undefined || fields['over'] !== undefined) seen.special += 1;
  });
  const parts = (seen.selects - 1) + seen.joins + seen.groups + seen.orders + seen.having + seen.special + Math.max(0, seen.conditions - 1) * 0.5 + Math.max(0, seen.calls.size - 1) * 0.5;
  return parts <= 0.5 ? 'easy' : parts <= 1.5 ? 'medium' : parts <= 3 ? 'hard' : 'extra';
}
