import type { DatabaseSchema } from '@sqlwright/schema';
import type { A_Expr, CaseExpr, Node, ParseResult, SelectStmt } from 'libpg-query';
import { columnOperand, type ColumnOperand, type Spelling } from './column-operand.ts';
import { queryTables, selectTables, type TableScope } from './table-scope.ts';

/** A string literal that a column is compared with. */
export interface Comparison {
  /** `table.column` */
  readonly column: string;
  readonly literal: string;
  /** Offset of the literal in UTF-8 bytes. */
  readonly location: number;
  /** In which spelling the comparison reads the column's values. */
  readonly spelling: Spelling;
  /** Whether it asks for what differs from the literal. */
  readonly negated: boolean;
}

/** Finds `column = 'text'` and its like (<>, IN, = ANY, LIKE without wildcards, CASE column WHEN) in every part of a statement. */
export function findComparisons(tree: ParseResult, schema: DatabaseSchema): Comparison[] {
  return search(tree, { tables: new Map(), parent: undefined, everywhere: queryTables(tree, schema), schema });
}

function search(tree: unknown, scope: TableScope): Comparison[] {
  if (typeof tree !== 'object' || tree === null) return [];
  if (Array.isArray(tree)) return tree.flatMap((item) => search(item, scope));
  return Object.entries(tree).flatMap(([type, value]) => searchNode(type, value, scope));
}

function searchNode(type: string, value: unknown, scope: TableScope): Comparison[] {
  if (isSelect(type)) return search(value, { ...scope, tables: selectTables(value as SelectStmt, scope.schema), parent: scope });
  const own = type === 'A_Expr' ? compared(value as A_Expr, scope) : type === 'CaseExpr' ? chosen(value as CaseExpr, scope) : [];
  return [...own, ...search(value, scope)];
}

/** The arms of a set operation stand in the tree without the name of their type. */
function isSelect(type: string): boolean {
  return type === 'SelectStmt' || type === 'larg' || type === 'rarg';
}

const comparingKinds = new Set(['AEXPR_OP', 'AEXPR_IN', 'AEXPR_OP_ANY', 'AEXPR_OP_ALL', 'AEXPR_DISTINCT', 'AEXPR_NOT_DISTINCT', 'AEXPR_LIKE', 'AEXPR_ILIKE']);
const comparingOperators = new Set(['=', '<>', '~~', '!~~', '~~*', '!~~*']);

function compared({ kind, name, lexpr, rexpr }: A_Expr, scope: TableScope): Comparison[] {
  const operator = name?.[0] !== undefined && 'String' in name[0] ? (name[0].String.sval ?? '') : '';
  if (!comparingKinds.has(kind ?? '') || !comparingOperators.has(operator)) return [];
  const column = columnOperand(lexpr, scope) ?? columnOperand(rexpr, scope);
  const literals = [...literalsOf(lexpr), ...literalsOf(rexpr)];
  const negated = operator === '<>' || operator.startsWith('!') || kind === 'AEXPR_DISTINCT';
  if (!operator.includes('~')) return pair(column, literals, { negated });
  const plain = literals.filter(({ literal }) => !/[%_\\]/.test(literal));
  return pair(column, plain, { negated, ignoresCase: operator.endsWith('*') });
}

function chosen({ arg, args }: CaseExpr, scope: TableScope): Comparison[] {
  const literals = (args ?? []).flatMap((when) => ('CaseWhen' in when ? literalsOf(when.CaseWhen.expr) : []));
  return pair(columnOperand(arg, scope), literals, { negated: false });
}

function pair(operand: ColumnOperand | undefined, literals: readonly { literal: string; location: number }[], { negated, ignoresCase = false }: { negated: boolean; ignoresCase?: boolean }): Comparison[] {
  if (operand === undefined) return [];
  const { column, spelling } = operand;
  const equal: Spelling['equal'] = (value, literal) => (ignoresCase ? spelling.equal(value.toLowerCase(), literal.toLowerCase()) : spelling.equal(value, literal));
  return literals.map((found) => ({ column, ...found, spelling: { ...spelling, equal }, negated }));
}

function literalsOf(node: Node | undefined): { literal: string; location: number }[] {
  if (node === undefined) return [];
  if ('TypeCast' in node) return literalsOf(node.TypeCast.arg);
  if ('List' in node) return (node.List.items ?? []).flatMap(literalsOf);
  if ('A_ArrayExpr' in node) return (node.A_ArrayExpr.elements ?? []).flatMap(literalsOf);
  if (!('A_Const' in node) || node.A_Const.sval === undefined) return [];
  return [{ literal: node.A_Const.sval.sval ?? '', location: node.A_Const.location ?? 0 }];
}
