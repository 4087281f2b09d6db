import type { Node } from 'libpg-query';
import { nameParts } from '../tree.ts';
import { resolveQualifier } from './resolve-column.ts';
import type { Scope } from './scope.ts';

/** The names of a select list's columns, as PostgreSQL chooses them (FigureColname in parse_target.c). */
export function outputColumns(targets: readonly Node[], scope: Scope): string[] {
  return targets.flatMap((target) => {
    if (!('ResTarget' in target)) return [];
    const { name, val } = target.ResTarget;
    if (name !== undefined) return [name];
    const parts = val !== undefined && 'ColumnRef' in val ? nameParts(val.ColumnRef.fields) : [];
    return parts.at(-1) === '*' ? starColumns(parts.slice(0, -1), scope) : [(val === undefined ? undefined : nameOf(val)) ?? '?column?'];
  });
}

function starColumns(qualifier: readonly string[], scope: Scope): readonly string[] {
  return qualifier.length === 0 ? scope.relations.flatMap(({ columns }) => columns) : resolveQualifier(qualifier, scope).columns;
}

const fixedNames: Readonly<Record<string, string>> = { CoalesceExpr: 'coalesce', A_ArrayExpr: 'array', RowExpr: 'row', GroupingFunc: 'grouping' };

function nameOf(node: Node): string | undefined {
  if ('ColumnRef' in node) return nameParts(node.ColumnRef.fields).at(-1);
  if ('FuncCall' in node) return nameParts(node.FuncCall.funcname).at(-1);
  if ('TypeCast' in node) return childName(node.TypeCast.arg) ?? nameParts(node.TypeCast.typeName?.names).at(-1);
  if ('CollateClause' in node) return childName(node.CollateClause.arg);
  if ('A_Indirection' in node) return childName(node.A_Indirection.arg);
  if ('CaseExpr' in node) return childName(node.CaseExpr.defresult) ?? 'case';
  if ('MinMaxExpr' in node) return node.MinMaxExpr.op === 'IS_LEAST' ? 'least' : 'greatest';
  if ('A_Expr' in node) return node.A_Expr.kind === 'AEXPR_NULLIF' ? 'nullif' : undefined;
  if ('SQLValueFunction' in node) return node.SQLValueFunction.op?.replace('SVFOP_', '').replace(/_N$/, '').toLowerCase();
  if ('SubLink' in node) return sublinkName(node.SubLink.subLinkType, node.SubLink.subselect);
  return fixedNames[Object.keys(node)[0] ?? ''];
}

function childName(node: Node | undefined): string | undefined {
  return node === undefined ? undefined : nameOf(node);
}

function sublinkName(type: string | undefined, subselect: Node | undefined): string | undefined {
  if (type === 'EXISTS_SUBLINK') return 'exists';
  if (type === 'ARRAY_SUBLINK') return 'array';
  const target = subselect !== undefined && 'SelectStmt' in subselect ? subselect.SelectStmt.targetList?.[0] : undefined;
  if (type !== 'EXPR_SUBLINK' || target === undefined || !('ResTarget' in target)) return undefined;
  return target.ResTarget.name ?? childName(target.ResTarget.val);
}
