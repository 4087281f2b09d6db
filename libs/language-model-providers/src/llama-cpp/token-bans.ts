import type { Token } from 'node-llama-cpp';
import type { LoadedModel } from './load-model.ts';

/** More than this is no slip any more: the reply is left as it comes. */
const mostBans = 40;

/** Tokens that a constraint refused, by the length of the reply that they would follow. */
export class TokenBans {
  readonly #byLength = new Map<number, Set<Token>>();
  #count = 0;

  /** The tokens that may not come next. */
  at(length: number): ReadonlySet<Token> {
    return this.#byLength.get(length) ?? new Set();
  }

  /** Bans a token after the reply so far; what was banned further on belonged to a reply that is no more. False: enough were banned. */
  add(length: number, token: Token): boolean {
    this.#count += 1;
    if (this.#count > mostBans) return false;
    for (const longer of this.#byLength.keys()) if (longer > length) this.#byLength.delete(longer);
    this.#byLength.set(length, new Set([...this.at(length), token]));
    return true;
  }
}

/** The number of the first token whose text reaches beyond an offset. */
export function tokenAt({ model }: LoadedModel, prompt: readonly Token[], reply: readonly Token[], offset: number): number {
  for (let length = 1; length <= reply.length; length += 1) if (model.detokenize(reply.slice(0, length), false, prompt.slice(-4)).length > offset) return length - 1;
  return reply.length - 1;
}
