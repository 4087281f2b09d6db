import type { Lexicon } from './lexicon/lexicon-types.ts';
import type { Random } from './random.ts';

/** What a sample is drawn with. */
export interface Draw {
  readonly random: Random;
  readonly lexicon: Lexicon;
  /** ISO 8601. */
  readonly today: string;
  /** How often each thing was used so far, by its name. */
  readonly usage: Map<string, number>;
}

/** Draws the item that was used least so far; chance decides between equals. */
export function leastUsed<T>(draw: Draw, items: readonly T[], nameOf: (item: T) => string): T | undefined {
  const counts = items.map((item) => draw.usage.get(nameOf(item)) ?? 0);
  const least = Math.min(...counts);
  const candidates = items.filter((_, index) => counts[index] === least);
  return candidates.length === 0 ? undefined : draw.random.pick(candidates);
}

export function countUse(draw: Draw, name: string): void {
  draw.usage.set(name, (draw.usage.get(name) ?? 0) + 1);
}

/** The year of today. */
export function thisYear(draw: Draw): number {
  return Number(draw.today.slice(0, 4));
}
