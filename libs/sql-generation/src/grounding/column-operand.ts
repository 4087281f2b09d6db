import type { Node } from 'libpg-query';
import { resolveColumn, type TableScope } from './table-scope.ts';

/** How a comparison reads the values of a column: as they are, or all in lower or upper case. */
export interface Spelling {
  readonly equal: (value: string, literal: string) => boolean;
  /** The literal to write for a value. */
  readonly render: (value: string) => string;
}

export interface ColumnOperand {
  /** `table.column` */
  readonly column: string;
  readonly spelling: Spelling;
}

const functions: Readonly<Record<string, (value: string) => string>> = {
  lower: (value) => value.toLowerCase(),
  upper: (value) => value.toUpperCase(),
  initcap: (value) => value,
  trim: (value) => value.trim(),
  btrim: (value) => value.trim(),
};

/** The column that one side of a comparison is, alone or inside a cast, lower(), upper() or trim(). */
export function columnOperand(node: Node | undefined, scope: TableScope): ColumnOperand | undefined {
  if (node === undefined) return undefined;
  if ('ColumnRef' in node) return plainColumn(node, scope);
  if ('TypeCast' in node) return columnOperand(node.TypeCast.arg, scope);
  if ('CollateClause' in node) return columnOperand(node.CollateClause.arg, scope);
  if (!('FuncCall' in node) || node.FuncCall.args?.length !== 1) return undefined;
  const name = node.FuncCall.funcname?.at(-1);
  const change = name !== undefined && 'String' in name ? functions[name.String.sval ?? ''] : undefined;
  const inner = columnOperand(node.FuncCall.args[0], scope);
  return change === undefined || inner === undefined ? undefined : { column: inner.column, spelling: changed(inner.spelling, change) };
}

function plainColumn(node: { ColumnRef: Parameters<typeof resolveColumn>[0] }, scope: TableScope): ColumnOperand | undefined {
  const column = resolveColumn(node.ColumnRef, scope);
  return column === undefined ? undefined : { column, spelling: { equal: (value, literal) => value === literal, render: (value) => value } };
}

function changed(inner: Spelling, change: (value: string) => string): Spelling {
  return { equal: (value, literal) => change(inner.render(value)) === literal, render: (value) => change(inner.render(value)) };
}
