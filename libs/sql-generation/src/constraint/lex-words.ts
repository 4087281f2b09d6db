/** A name or key word of a statement that is being written. */
export interface Word {
  /** As PostgreSQL reads it: lower case, unless it stood in double quotes. */
  readonly text: string;
  readonly start: number;
  /** It stood in double quotes, so it is no key word. */
  readonly quoted: boolean;
  /** The sign or word before it (`.`, `(`, `as`, …), and the sign right after it; empty at the ends of the text. */
  readonly before: string;
  readonly after: string;
  /** The name before the dot before it; empty where it is not qualified. */
  readonly qualifier: string;
  /** The word before the innermost open bracket: the function whose arguments these are, or empty. */
  readonly within: string;
}

const token = /\s+|--[^\n]*|'(?:[^']|'')*(?:'|$)|"((?:[^"]|"")*)"|"[^"]*$|[A-Za-z_][\w$]*|\d[\w.]*|::|./gsy;

/** The words of a text that may end in the middle of one: what is not complete yet is left out, unless the text has ended. */
export function lexWords(text: string, ended: boolean): Word[] {
  const words: Word[] = [];
  const brackets: string[] = [];
  let before = '';
  let last = '';
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [piece, quotedName] = match;
    if (/^(\s|--)/.test(piece)) continue;
    const end = match.index + piece.length;
    const isWord = /^[A-Za-z_]/.test(piece) || quotedName !== undefined;
    if (isWord && (ended || end < text.length)) {
      words.push({ text: quotedName?.replaceAll('""', '"') ?? piece.toLowerCase(), start: match.index + (quotedName === undefined ? 0 : 1), quoted: quotedName !== undefined, before, qualifier: before === '.' ? last : '', after: /\S/.exec(text.slice(end))?.[0] ?? '', within: brackets.at(-1) ?? '' });
    }
    if (piece === '(') brackets.push(before);
    if (piece === ')') brackets.pop();
    if (isWord) last = quotedName ?? piece.toLowerCase();
    before = isWord ? last : piece;
  }
  return words;
}
