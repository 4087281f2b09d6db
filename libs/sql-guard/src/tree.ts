import type { Node } from 'libpg-query';

/** The parts of a dotted name; a star is written `*`. */
export function nameParts(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).map((node) => ('String' in node ? (node.String.sval ?? '') : '*'));
}

/** All nodes of one type in a tree, at any depth, in order; what lies below a node of type `border` is left out. Works on trees of any depth. */
export function findNodes<T>(tree: unknown, type: string, border?: string): T[] {
  const found: T[] = [];
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    for (const [name, value] of Object.entries(node).reverse()) {
      if (name === type) found.push(value as T);
      if (name !== border && typeof value === 'object') open.push(value);
    }
  }
  return found;
}

/** The value of an integer or decimal literal, with its sign and casts. */
export function numericConstant(node: Node | undefined): number | undefined {
  if (node === undefined) return undefined;
  if ('TypeCast' in node) return numericConstant(node.TypeCast.arg);
  if ('A_Expr' in node && node.A_Expr.lexpr === undefined && nameParts(node.A_Expr.name)[0] === '-') {
    const value = numericConstant(node.A_Expr.rexpr);
    return value === undefined ? undefined : -value;
  }
  if (!('A_Const' in node)) return undefined;
  const { ival, fval } = node.A_Const;
  return ival !== undefined ? (ival.ival ?? 0) : fval?.fval === undefined ? undefined : Number(fval.fval.replaceAll('_', ''));
}

/** The text of a string literal, with its casts. */
export function textConstant(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if ('TypeCast' in node) return textConstant(node.TypeCast.arg);
  return 'A_Const' in node && node.A_Const.sval !== undefined ? (node.A_Const.sval.sval ?? '') : undefined;
}
