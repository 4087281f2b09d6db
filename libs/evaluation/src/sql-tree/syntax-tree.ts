import { parse } from 'libpg-query';

/** A node's fields; the tree of libpg-query is read by field names, as only few kinds of nodes matter here. */
export type Fields = Readonly<Record<string, unknown>>;

/** Parses one statement; undefined for text that is no SQL. */
export async function parseTree(sql: string): Promise<Fields | undefined> {
  try {
    return asFields(await parse(sql));
  } catch {
    return undefined;
  }
}

/** Visits every node of a tree, parents before children: `kind` is its type (`SelectStmt`, `ColumnRef`, …). */
export function visitNodes(tree: unknown, visit: (kind: string, fields: Fields) => void): void {
  if (Array.isArray(tree)) return tree.forEach((node) => visitNodes(node, visit));
  if (typeof tree !== 'object' || tree === null) return;
  for (const [key, value] of Object.entries(tree)) {
    const fields = asFields(value);
    // A node is wrapped in an object whose one key is its type; some fields hold it bare, under a name in lower case.
    if (/^[A-Z]/.test(key) && fields !== undefined) visit(key, fields);
    visitNodes(value, visit);
  }
}

/** The fields of a wrapped node, if it is of that kind. */
export function nodeOf(node: unknown, kind: string): Fields | undefined {
  return asFields(asFields(node)?.[kind]);
}

export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

const places = /^(location|stmt_len|stmt_location|(rexpr_)?list_start|(rexpr_)?list_end)$/;

/** A tree without the places of its nodes in the text, keys in order: equal for two spellings of one statement. */
export function withoutLocations(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(withoutLocations);
  const fields = asFields(tree);
  if (fields === undefined) return tree;
  const kept = Object.entries(fields).filter(([key, value]) => !places.test(key) && value !== undefined && value !== false);
  return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, withoutLocations(value)]));
}
