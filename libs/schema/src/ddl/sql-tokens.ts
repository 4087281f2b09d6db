/** A piece of SQL text. `offset` is its place in the source, in UTF-16 units. */
export interface SqlToken {
  readonly kind: 'space' | 'comment' | 'string' | 'quoted' | 'backtick' | 'word' | 'number' | 'symbol';
  readonly text: string;
  readonly offset: number;
}

const patterns: readonly (readonly [SqlToken['kind'], string])[] = [
  ['space', String.raw`\s+`],
  ['comment', String.raw`--[^\n]*|#[^\n]*|/\*[\s\S]*?\*/`],
  ['string', String.raw`'(?:[^'\\]|''|\\.)*'`],
  ['quoted', String.raw`"(?:[^"]|"")*"`],
  ['backtick', '`[^`]*`'],
  ['word', String.raw`[\p{L}_][\p{L}\p{N}_$]*`],
  ['number', String.raw`\d+(?:\.\d+)?`],
  ['symbol', String.raw`[\s\S]`],
];

const tokenPattern = new RegExp(patterns.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');

/** Cuts SQL of either dialect into tokens; joined, their texts are the source. */
export function tokenizeSql(source: string): SqlToken[] {
  return [...source.matchAll(tokenPattern)].map((match) => {
    const index = match.slice(1).findIndex((group) => group !== undefined);
    return { kind: patterns[index]?.[0] ?? 'symbol', text: match[0], offset: match.index };
  });
}

/** Whether a token carries meaning, so is neither space nor comment. */
export function isSignificant(token: SqlToken): boolean {
  return token.kind !== 'space' && token.kind !== 'comment';
}
