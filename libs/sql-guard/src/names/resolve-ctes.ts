import type { CommonTableExpr, SelectStmt, WithClause } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { checkRecursion, readsItself } from './check-recursion.ts';
import { renameColumns } from './rename-columns.ts';
import type { Derived, Resolution, Scope } from './scope.ts';

/** Resolves a WITH clause; each query sees the ones before it, a recursive one itself too. */
export function resolveCtes(clause: WithClause | undefined, surrounding: Scope, resolution: Resolution): Scope {
  if (clause === undefined) return surrounding;
  let scope = surrounding;
  for (const node of clause.ctes ?? []) {
    if (!('CommonTableExpr' in node)) throw new Refusal('forbidden-node', 'Only queries may stand in WITH.');
    const cte = node.CommonTableExpr;
    const derived = resolveCte(cte, clause.recursive === true, scope, resolution);
    scope = withCte(scope, cte, derived);
  }
  return scope;
}

function resolveCte(cte: CommonTableExpr, mayRecurse: boolean, scope: Scope, resolution: Resolution): Derived {
  if (cte.ctequery === undefined || !('SelectStmt' in cte.ctequery)) throw new Refusal('modifies-data', 'Only a SELECT may stand in WITH.');
  const select = cte.ctequery.SelectStmt;
  if (!mayRecurse || !readsItself(select, cte.ctename ?? '')) return resolution.resolveSelect(select, scope);
  checkRecursion(select, cte.ctename ?? '');
  const start = resolution.resolveSelect(startOf(select, cte), resolveCtes(select.withClause, scope, resolution));
  resolution.resolveSelect(select, withCte(scope, cte, { ...start, singleRow: false }));
  return { ...start, singleRow: false };
}

/** The part of a recursive query that does not read itself gives its columns their names. */
function startOf(select: SelectStmt, { ctename }: CommonTableExpr): SelectStmt {
  if (select.larg === undefined) throw new Refusal('too-complex', `The recursive query "${ctename ?? ''}" has no part to start from.`);
  return select.larg;
}

function withCte(scope: Scope, { ctename, aliascolnames }: CommonTableExpr, derived: Derived): Scope {
  const columns = renameColumns(derived.columns, aliascolnames);
  return { ...scope, ctes: new Map([...scope.ctes, [ctename ?? '', { ...derived, columns }]]) };
}
