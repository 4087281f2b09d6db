import type { Node, SelectStmt } from 'libpg-query';
import { nameParts } from '../tree.ts';
import { checkJoins } from './check-joins.ts';
import { conjuncts } from './conjuncts.ts';
import { isSingleRow } from './single-row.ts';
import { outputColumns } from './output-columns.ts';
import { resolveQualifier } from './resolve-column.ts';
import { resolveCtes } from './resolve-ctes.ts';
import { resolveExpression } from './resolve-expression.ts';
import { resolveFrom } from './resolve-from.ts';
import type { Derived, Resolution, Scope } from './scope.ts';

/** Resolves a SELECT, a VALUES list or a set operation of them, inside the names that surround it. */
export function resolveSelect(select: SelectStmt, surrounding: Scope, resolution: Resolution): Derived {
  const scope = resolveCtes(select.withClause, surrounding, resolution);
  if (select.larg !== undefined && select.rarg !== undefined) return resolveSetOperation(select, select.larg, select.rarg, scope, resolution);
  if (select.valuesLists !== undefined) return resolveValues(select, select.valuesLists, scope, resolution);
  return resolveQuery(select, scope, resolution);
}

function resolveSetOperation(select: SelectStmt, left: SelectStmt, right: SelectStmt, scope: Scope, resolution: Resolution): Derived {
  const { columns } = resolveSelect(left, scope, resolution);
  resolveSelect(right, scope, resolution);
  resolveItems(select.sortClause, columns, scope, resolution);
  resolveExpression([select.limitCount, select.limitOffset], scope, resolution);
  return { columns, singleRow: isSingleRow(select) };
}

function resolveValues(select: SelectStmt, lists: readonly Node[], scope: Scope, resolution: Resolution): Derived {
  resolveExpression([lists, select.limitCount, select.limitOffset], scope, resolution);
  const width = lists[0] !== undefined && 'List' in lists[0] ? (lists[0].List.items?.length ?? 0) : 0;
  const columns = Array.from({ length: width }, (_, index) => `column${index + 1}`);
  resolveItems(select.sortClause, columns, scope, resolution);
  return { columns, singleRow: lists.length === 1 };
}

function resolveQuery(select: SelectStmt, surrounding: Scope, resolution: Resolution): Derived {
  const { scope, links } = resolveFrom(select.fromClause ?? [], surrounding, resolution);
  for (const condition of conjuncts(select.whereClause)) {
    const start = resolution.met.length;
    resolveExpression(condition, scope, resolution);
    links.push(resolution.met.slice(start));
  }
  checkJoins(scope.relations, links);
  for (const target of select.targetList ?? []) resolveTarget(target, scope, resolution);
  resolveExpression([select.havingClause, select.windowClause, select.limitCount, select.limitOffset], scope, resolution);
  const columns = outputColumns(select.targetList ?? [], scope);
  resolveItems([...(select.groupClause ?? []), ...(select.sortClause ?? []), ...(select.distinctClause ?? [])], columns, scope, resolution);
  return { columns, singleRow: isSingleRow(select) };
}

/** `*` and `table.*` stand for columns here and for a whole row elsewhere. */
function resolveTarget(target: Node, scope: Scope, resolution: Resolution): void {
  const value = 'ResTarget' in target ? target.ResTarget.val : undefined;
  const parts = value !== undefined && 'ColumnRef' in value ? nameParts(value.ColumnRef.fields) : [];
  if (parts.at(-1) !== '*') resolveExpression(target, scope, resolution);
  else if (parts.length > 1) resolveQualifier(parts.slice(0, -1), scope);
}

/** What is sorted or grouped by may be the name of an output column; inside a larger expression such a name is an input column. */
function resolveItems(items: readonly Node[] | undefined, outputs: readonly string[], scope: Scope, resolution: Resolution): void {
  for (const item of items ?? []) {
    if ('SortBy' in item) resolveItems(item.SortBy.node === undefined ? [] : [item.SortBy.node], outputs, scope, resolution);
    else if ('GroupingSet' in item) resolveItems(item.GroupingSet.content, outputs, scope, resolution);
    else if (!isOutput(item, outputs)) resolveExpression(item, scope, resolution);
  }
}

function isOutput(item: Node, outputs: readonly string[]): boolean {
  if (!('ColumnRef' in item)) return false;
  const parts = nameParts(item.ColumnRef.fields);
  return parts.length === 1 && outputs.includes(parts[0] ?? '');
}
