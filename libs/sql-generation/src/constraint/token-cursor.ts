import type { Token } from './lex-tokens.ts';

/** Steps through the tokens of a text. One that is being written may yet change its last token, so that is only looked at, not read. */
export class TokenCursor {
  /** Offset of the end of the text where that is final; else undefined. */
  readonly end: number | undefined;
  readonly #tokens: readonly Token[];
  readonly #readable: number;
  #index = 0;

  constructor(tokens: readonly Token[], end: number | undefined) {
    this.#tokens = tokens;
    this.#readable = end === undefined ? tokens.length - 1 : tokens.length;
    this.end = end;
  }

  /** The next token; undefined where no more can be read. */
  peek(): Token | undefined {
    return this.#index < this.#readable ? this.#tokens[this.#index] : undefined;
  }

  /** A token further on, be it finished or not. */
  ahead(distance: number): Token | undefined {
    return this.#tokens[this.#index + distance];
  }

  /** The first token that was not read. */
  get unread(): Token | undefined {
    return this.#tokens[this.#index];
  }

  /** The token that was read last. */
  get last(): Token | undefined {
    return this.#tokens[this.#index - 1];
  }

  next(): Token | undefined {
    const token = this.peek();
    if (token !== undefined) this.#index += 1;
    return token;
  }

  /** Whether the next token is one of these words or signs. */
  isAt(...texts: readonly string[]): boolean {
    const token = this.peek();
    return token !== undefined && isAny(token, texts);
  }

  /** Reads the next token if it is one of these words or signs. */
  take(...texts: readonly string[]): boolean {
    const found = this.isAt(...texts);
    if (found) this.next();
    return found;
  }

  /** Reads on to the end of the bracket that is open. @returns whether anything stood before it */
  leaveBracket(): boolean {
    let skipped = false;
    for (let depth = 1; this.peek() !== undefined; skipped = true) {
      if (this.isAt('(')) depth += 1;
      if (this.isAt(')')) depth -= 1;
      this.next();
      if (depth === 0) return skipped;
    }
    return skipped;
  }
}

/** Whether a token is one of these words or signs, not a quoted name or a string that reads like one. */
export function isAny({ kind, text }: Token, texts: readonly string[]): boolean {
  return (kind === 'word' || kind === 'sign') && texts.includes(text);
}

export function isKeyWord(token: Token | undefined, words: ReadonlySet<string>): boolean {
  return token?.kind === 'word' && words.has(token.text);
}

/** A token that may name something. */
export type Name = Token & { readonly kind: 'word' | 'name' | 'unknown' };

export function isName(token: Token | undefined): token is Name {
  return token !== undefined && ['word', 'name', 'unknown'].includes(token.kind);
}
