import { slipDistance } from './slip-distance.ts';

const shortest = 4;
const mostSlips = 3;

/** The value that a word was meant to be but for a slip or two; none where another value is as near. */
export function matchTypo(written: string, values: readonly string[]): string | undefined {
  const ranked = [...new Set(values)].map((value) => ({ value, slips: slipsBetween(written, value) })).filter(({ slips }) => slips <= mostSlips).sort((a, b) => a.slips - b.slips);
  const [best, next] = ranked;
  return best === undefined || next?.slips === best.slips ? undefined : best.value;
}

/** Slips between two texts, word by word; infinite where a word has more than its length allows, or starts with another letter. */
function slipsBetween(written: string, value: string): number {
  const [own, other] = [wordsOf(written), wordsOf(value)];
  // With a blank too many or too few, the whole counts as one word.
  if (own.length !== other.length) return wordSlips(own.join(''), other.join(''));
  return own.reduce((sum, word, index) => sum + wordSlips(word, other[index] ?? ''), 0);
}

/** Team A is no slip of Team B, nor is East of West: short words are right or other words. */
function wordSlips(word: string, other: string): number {
  if (word === other) return 0;
  if (word.length < shortest || other.length < shortest || word[0] !== other[0] || /\d/.test(word + other)) return Infinity;
  const slips = slipDistance(word, other);
  const length = Math.max(word.length, other.length);
  return slips <= (length < 6 ? 1 : length < 10 ? 2 : mostSlips) ? slips : Infinity;
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
