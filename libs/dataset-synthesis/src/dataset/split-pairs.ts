import { digestText } from '@sqlwright/artifacts';
import type { Pair } from '../sample.ts';

export interface Split {
  /**
   * What people confirmed or corrected, then a pair of every sample, in any of its styles, then a second one, and so on: a run that sees only a beginning learns as many statements as it can.
   */
  readonly train: readonly Pair[];
  /** The first pair of every template comes first, then the second ones, and so on: a beginning of any length is spread over the templates. */
  readonly eval: readonly Pair[];
}

/**
 * Splits by SQL template, so that no template is on both sides. The templates go by their digest with the seed; of those with SQL and of
 * those without, the same share is held out.
 * @param evalFraction share of the templates
 */
export function splitPairs(pairs: readonly Pair[], { evalFraction, splitSeed }: { evalFraction: number; splitSeed: number }): Split {
  const answerable = pairs.filter(({ sql }) => sql !== null);
  const unanswerable = pairs.filter(({ sql }) => sql === null);
  const heldOut = new Set([answerable, unanswerable].flatMap((kind) => drawTemplates(kind, evalFraction, splitSeed)));
  return {
    train: inSampleRounds(pairs.filter(({ template }) => !heldOut.has(template)), splitSeed),
    eval: inRounds([...heldOut].map((drawn) => pairs.filter(({ template }) => template === drawn))),
  };
}

function drawTemplates(pairs: readonly Pair[], fraction: number, seed: number): string[] {
  const ranked = [...new Set(pairs.map(({ template }) => template))].map((template) => ({ template, rank: digestText(`${seed}\n${template}`) })).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const most = ranked.length < 2 ? 0 : Math.max(1, Math.round(ranked.length * fraction));
  return ranked.slice(0, most).map(({ template }) => template);
}

/** The samples go by their digest with the seed, so that no source and no topic comes first; each begins with another style. */
function inSampleRounds(pairs: readonly Pair[], seed: number): Pair[] {
  const samples = [...Map.groupBy(pairs, ({ id }) => id.replace(/-\d+$/, ''))].map(([id, own]) => ({ own, rank: digestText(`${seed}\n${id}`) })).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const rounds = inRounds(samples.map(({ own }, index) => own.map((_, at) => own[(at + index) % own.length]!)));
  return [...rounds.filter(({ topic }) => topic === 'feedback'), ...rounds.filter(({ topic }) => topic !== 'feedback')];
}

function inRounds(groups: readonly (readonly Pair[])[]): Pair[] {
  const rounds = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: rounds }, (_, round) => groups.flatMap((group) => group[round] ?? [])).flat();
}
