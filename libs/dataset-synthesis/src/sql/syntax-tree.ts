import { parse, scan } from 'libpg-query';

/** A node's fields; the tree of libpg-query is read by field names, as only few kinds of nodes matter here. */
export type Fields = Readonly<Record<string, unknown>>;

/** A piece of a statement; `start` is its place in bytes, as in the tree's locations. */
export interface SqlToken {
  readonly start: number;
  readonly text: string;
  readonly kind: 'name' | 'keyword' | 'reserved' | 'other';
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

/** Parses one statement. @throws Error for text that is no SQL */
export async function parseTree(sql: string): Promise<unknown> {
  return await parse(sql);
}

/** Cuts a statement into tokens with PostgreSQL's own scanner; comments are left out. */
export async function scanTokens(sql: string): Promise<SqlToken[]> {
  const { tokens } = await scan(sql);
  let end = 0;
  return tokens.flatMap((token) => {
    const spaced = token.start > end;
    end = token.end;
    return token.tokenName.endsWith('COMMENT') ? [] : [{ start: token.start, text: token.text, kind: kindOf(token.tokenName, token.keywordName, token.text), spaced }];
  });
}

function kindOf(tokenName: string, keywordName: string, text: string): SqlToken['kind'] {
  if (keywordName === 'RESERVED_KEYWORD') return 'reserved';
  if (keywordName !== 'NO_KEYWORD') return 'keyword';
  return tokenName === 'IDENT' && !text.startsWith('"') ? 'name' : 'other';
}

/** Visits every node of a tree, parents before children: `kind` is its type (`SelectStmt`, `ColumnRef`, …). */
export function visitNodes(tree: unknown, visit: (kind: string, fields: Fields) => void): void {
  if (Array.isArray(tree)) return tree.forEach((node) => visitNodes(node, visit));
  if (typeof tree !== 'object' || tree === null) return;
  for (const [key, value] of Object.entries(tree)) {
    // A node is wrapped in an object whose one key is its type; some fields hold it bare, under a name in lower case.
    if (/^[A-Z]/.test(key) && isFields(value)) visit(key, value);
    if (isSetSide(key, value)) visit('SelectStmt', value);
    visitNodes(value, visit);
  }
}

/** A side of UNION, INTERSECT or EXCEPT is a SELECT without its wrapper. */
function isSetSide(key: string, value: unknown): value is Fields {
  return (key === 'larg' || key === 'rarg') && isFields(value) && 'limitOption' in value;
}

/** The fields of a wrapped node, if it is of that kind. */
export function nodeOf(node: unknown, kind: string): Fields | undefined {
  const fields = isFields(node) ? node[kind] : undefined;
  return isFields(fields) ? fields : undefined;
}

/** The names of a column reference: `c.city` gives c and city. A star gives none. */
export function columnNames(node: unknown): string[] {
  const fields = nodeOf(node, 'ColumnRef')?.['fields'];
  return Array.isArray(fields) ? fields.flatMap((field) => nodeOf(field, 'String')?.['sval'] ?? []).map(String) : [];
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
