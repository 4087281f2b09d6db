import type { ColumnRef, SelectStmt } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { resolveColumn } from './resolve-column.ts';
import type { Resolution, Scope } from './scope.ts';

/** The grammar puts these into FROM and WITH only; anywhere else they would go unseen. */
const tableNodes = new Set('RangeVar RangeSubselect RangeFunction JoinExpr WithClause CommonTableExpr'.split(' '));

/** Resolves every column of an expression, and every SELECT inside it. */
export function resolveExpression(tree: unknown, scope: Scope, resolution: Resolution): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [type, value] of Object.entries(tree)) {
    if (tableNodes.has(type)) throw new Refusal('forbidden-node', `${type} may stand in FROM only.`);
    if (type === 'ColumnRef') resolution.met.push(...resolveColumn(value as ColumnRef, scope));
    else if (type === 'SelectStmt') resolution.resolveSelect(value as SelectStmt, scope);
    else resolveExpression(value, scope, resolution);
  }
}
