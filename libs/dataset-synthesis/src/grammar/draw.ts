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

/** Draws the item that is furthest behind its weight; chance decides between equals. */
export function leastUsed<T>(draw: Draw, items: readonly T[], nameOf: (item: T) => string, weightOf: (item: T) => number = () => 1): T | undefined {
  let best: { item: T; progress: number } | undefined;
  for (const item of items) {
    const progress = ((draw.usage.get(nameOf(item)) ?? 0) + draw.random.next()) / weightOf(item);
    if (best === undefined || progress < best.progress) best = { item, progress };
  }
  return best?.item;
}

export function countUse(draw: Draw, name: string): void {
  draw.usage.set(name, (draw.usage.get(name) ?? 0) + 1);
}

/** The year of today. */
export function thisYear(draw: Draw): number {
  return Number(draw.today.slice(0, 4));
}
