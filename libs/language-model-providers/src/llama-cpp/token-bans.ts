import type { Token } from 'node-llama-cpp';

/** More bans than this, or more tokens taken back, are no slip any more: no reply will come of it. */
const mostBans = 40;
const mostLost = 250;

/** Tokens that a constraint refused, by the length of the reply that they would follow. */
export class TokenBans {
  readonly #byLength = new Map<number, Set<Token>>();
  #count = 0;
  #lost = 0;

  /** The tokens that may not come next. */
  at(length: number): ReadonlySet<Token> {
    return this.#byLength.get(length) ?? new Set();
  }

  /**
   * Bans a token at a place; what was banned further on belonged to a reply that is no more.
   * @param lost how many tokens are taken back with it
   * @returns false where enough were banned
   */
  add(length: number, token: Token, lost: number): boolean {
    this.#count += 1;
    this.#lost += lost;
    if (this.#count > mostBans || this.#lost > mostLost) return false;
    for (const longer of this.#byLength.keys()) if (longer > length) this.#byLength.delete(longer);
    this.#byLength.set(length, new Set([...this.at(length), token]));
    return true;
  }
}
