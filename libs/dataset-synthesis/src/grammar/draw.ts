import type { Lexicon } from './lexicon/lexicon-types.ts';
import type { Random } from './random.ts';

/** What a sample is drawn with. */
export interface Draw {
  readonly random: Random;
  readonly lexicon: Lexicon;
  /** ISO 8601. */
  readonly today: string;
  /** How often each thing was used so far, by its name; counted from a fraction that chance draws once. */
  readonly usage: Map<string, number>;
}

/**
 * Draws the item that is furthest behind its weight. Each begins at a fraction of a use of its own, as in systematic sampling, so that also among more
 * items than draws each is drawn with a probability in proportion to its weight.
 */
export function leastUsed<T>(draw: Draw, items: readonly T[], nameOf: (item: T) => string, weightOf: (item: T) => number = () => 1): T | undefined {
  let best: { item: T; progress: number } | undefined;
  for (const item of items) {
    const progress = usesOf(draw, nameOf(item)) / weightOf(item);
    if (best === undefined || progress < best.progress) best = { item, progress };
  }
  return best?.item;
}

export function countUse(draw: Draw, name: string): void {
  draw.usage.set(name, usesOf(draw, name) + 1);
}

function usesOf(draw: Draw, name: string): number {
  const known = draw.usage.get(name);
  if (known !== undefined) return known;
  const beginning = draw.random.next();
  draw.usage.set(name, beginning);
  return beginning;
}

/** The year of today. */
export function thisYear(draw: Draw): number {
  return Number(draw.today.slice(0, 4));
}
