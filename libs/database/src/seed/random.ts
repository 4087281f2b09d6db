/** A repeatable source of chance. The same seed gives the same draws on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Draws an earlier item more often than a later one, as the values of real columns are spread (Zipf's law with exponent 0.6). */
  pickSkewed<T>(items: readonly T[]): T;
  /** An index drawn by weights. */
  weighted(weights: readonly number[]): number;
}

/** mulberry32 (Tommy Ettinger, public domain algorithm), seeded with a number and a name. */
export function createRandom(seed: number, name: string): Random {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619), seed ^ 2_166_136_261) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const weighted = (weights: readonly number[]): number => {
    let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
    const index = weights.findIndex((weight) => (rest -= weight) < 0);
    return index === -1 ? weights.length - 1 : index;
  };
  const at = <T>(items: readonly T[], index: number): T => items[Math.min(index, items.length - 1)] as T;
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, Math.floor(next() * items.length)),
    pickSkewed: (items) => at(items, weighted(items.map((_, rank) => (rank + 1) ** -0.6))),
    weighted,
  };
}
