/** A piece of a statement. */
export interface Token {
  /** `word` is a name or key word, `name` a name in double quotes, `text` a string, `unknown` a name that is not read here (U&"…"). */
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'sign' | 'unknown';
  /** Names as PostgreSQL reads them: lower case, unless they stood in double quotes. */
  readonly text: string;
  /** Offset of the first letter, behind the double quote of a name. */
  readonly start: number;
}

const blank = /\s+|--[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)/y;
const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['unknown', /u&(?:"[^"]*(?:"|$)|$)/iy],
  ['text', /(?:e'(?:[^'\\]|''|\\.)*|(?:u&|[bxn])?'(?:[^']|'')*)(?:'|$)/iy],
  ['text', /\$([a-z_]\w*)?\$.*?(?:\$\1\$|$)/isy],
  ['name', /"(?:[^"]|"")*(?:"|$)/y],
  ['word', /[a-z_\u0080-\uFFFF][\w$\u0080-\uFFFF]*/iy],
  ['number', /\.?\d[\w.]*/y],
  ['sign', /::|=>|[^]/y],
];

/** The tokens of a text, blanks and comments left out. A text that is being written may end in the middle of the last one. */
export function lexTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (let end = 0; end < text.length; ) {
    const skipped = matchAt(blank, text, end);
    const [kind, piece] = skipped === undefined ? tokenAt(text, end) : [undefined, skipped];
    if (kind !== undefined) tokens.push(toToken(kind, piece, end));
    end += piece.length;
  }
  return tokens;
}

function tokenAt(text: string, offset: number): [Token['kind'], string] {
  for (const [kind, pattern] of patterns) {
    const piece = matchAt(pattern, text, offset);
    if (piece !== undefined) return [kind, piece];
  }
  return ['sign', text.charAt(offset)];
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function toToken(kind: Token['kind'], piece: string, start: number): Token {
  if (kind === 'name') return { kind, text: piece.replace(/^"|"$/g, '').replaceAll('""', '"'), start: start + 1 };
  return { kind, text: kind === 'word' ? piece.toLowerCase() : piece, start };
}
