import type { Node, SelectStmt } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { nameParts } from '../tree.ts';
import { checkJoins } from './check-joins.ts';
import { conjuncts } from './conjuncts.ts';
import { isSingleRow } from './single-row.ts';
import { outputColumns } from './output-columns.ts';
import { isHidden, resolveQualifier } from './resolve-column.ts';
import { resolveCtes } from './resolve-ctes.ts';
import { resolveExpression } from './resolve-expression.ts';
import { resolveFrom } from './resolve-from.ts';
import type { Derived, Relation, Resolution, Scope } from './scope.ts';

const mostProducts = 3;

/** Resolves a SELECT, a VALUES list or a set operation of them, inside the names that surround it. */
export function resolveSelect(select: SelectStmt, surrounding: Scope, resolution: Resolution): Derived {
  const scope = resolveCtes(select.withClause, surrounding, resolution);
  if (select.larg !== undefined && select.rarg !== undefined) return resolveSetOperation(select, select.larg, select.rarg, scope, resolution);
  if (select.valuesLists !== undefined) return resolveValues(select, select.valuesLists, scope, resolution);
  return resolveQuery(select, scope, resolution);
}

function resolveSetOperation(select: SelectStmt, left: SelectStmt, right: SelectStmt, scope: Scope, resolution: Resolution): Derived {
  const derived = resolveSelect(left, scope, resolution);
  resolveSelect(right, scope, resolution);
  resolveItems(select.sortClause, derived.columns, scope, resolution);
  resolveExpression([select.limitCount, select.limitOffset], scope, resolution);
  return { ...derived, singleRow: isSingleRow(select) };
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
  resolution.spent.products += checkJoins(scope.relations, links);
  if (resolution.spent.products > mostProducts) throw new Refusal('too-complex', 'Too many tables are combined without a condition between them.');
  for (const target of select.targetList ?? []) resolveTarget(target, scope, resolution);
  resolveExpression([select.havingClause, select.windowClause, select.limitCount, select.limitOffset], scope, resolution);
  const columns = outputColumns(select.targetList ?? [], scope);
  const open = (select.targetList ?? []).some((target) => starRelations(target, scope).some((relation) => relation.open === true));
  resolveItems([...(select.groupClause ?? []), ...(select.sortClause ?? []), ...(select.distinctClause ?? [])], columns, scope, resolution);
  return { columns, singleRow: isSingleRow(select), ...(open ? { open } : {}) };
}

/** `*` and `table.*` stand for columns here and for a whole row elsewhere. */
function resolveTarget(target: Node, scope: Scope, resolution: Resolution): void {
  if (starParts(target) === undefined) return resolveExpression(target, scope, resolution);
  const hiding = starRelations(target, scope).find(({ hidden }) => hidden !== undefined && hidden.size > 0);
  if (hiding !== undefined) throw new Refusal('denied', `"${hiding.name}" has columns that may not be read; name the columns instead of *.`);
}

/** The relations that a star of the select list stands for; none where the target is no star. */
function starRelations(target: Node, scope: Scope): readonly Relation[] {
  const parts = starParts(target);
  if (parts === undefined) return [];
  return parts.length === 1 ? scope.relations : [resolveQualifier(parts.slice(0, -1), scope)];
}

function starParts(target: Node): readonly string[] | undefined {
  const value = 'ResTarget' in target ? target.ResTarget.val : undefined;
  const parts = value !== undefined && 'ColumnRef' in value ? nameParts(value.ColumnRef.fields) : [];
  return parts.at(-1) === '*' ? parts : undefined;
}

/** What is sorted or grouped by may be the name of an output column; inside a larger expression such a name is an input column. */
function resolveItems(items: readonly Node[] | undefined, outputs: readonly string[], scope: Scope, resolution: Resolution): void {
  for (const item of items ?? []) {
    if ('SortBy' in item) resolveItems(item.SortBy.node === undefined ? [] : [item.SortBy.node], outputs, scope, resolution);
    else if ('GroupingSet' in item) resolveItems(item.GroupingSet.content, outputs, scope, resolution);
    else if (!isOutput(item, outputs, scope)) resolveExpression(item, scope, resolution);
  }
}

/** In GROUP BY a column of a table comes before an output column of that name, a hidden one too. */
function isOutput(item: Node, outputs: readonly string[], scope: Scope): boolean {
  if (!('ColumnRef' in item)) return false;
  const parts = nameParts(item.ColumnRef.fields);
  const name = parts[0] ?? '';
  return parts.length === 1 && outputs.includes(name) && !scope.relations.some((relation) => isHidden(relation, name));
}
