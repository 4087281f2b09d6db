import { say, type Speaker } from '../style/speaker.ts';

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A small whole number in figures or, in an unhurried question, in words. */
export function sayNumber(speaker: Speaker, number: number): string {
  const word = words[number] ?? String(number);
  return say(speaker, { plain: [String(number), word], terse: [String(number)], polite: [word, String(number)] });
}

const comparisons = {
  '>': { plain: ['more than', 'over', 'above'], terse: ['>', 'over', 'above'], polite: ['more than', 'over'] },
  '<': { plain: ['less than', 'under', 'below'], terse: ['<', 'under', 'below'], polite: ['less than', 'below'] },
  '>=': { plain: ['at least'], terse: ['>=', 'min', 'at least'], polite: ['at least', 'no less than'] },
  '<=': { plain: ['at most'], terse: ['<=', 'max', 'at most'], polite: ['at most', 'no more than'] },
  '=': { plain: ['exactly'], terse: ['exactly', '='], polite: ['exactly', 'precisely'] },
} as const;

export type Comparison = keyof typeof comparisons;
export const comparisonSigns = Object.keys(comparisons) as Comparison[];

/** `more than`, for an amount. */
export function sayComparison(speaker: Speaker, sign: Comparison): string {
  return say(speaker, comparisons[sign]);
}

/** `more than`, for things that are counted. */
export function sayCountComparison(speaker: Speaker, sign: Comparison): string {
  if (sign === '<') return say(speaker, { plain: ['fewer than', 'less than'], terse: ['<', 'under', 'less than'], polite: ['fewer than'] });
  if (sign === '>') return say(speaker, { plain: ['more than', 'over'], terse: ['>', 'over', 'more than'], polite: ['more than'] });
  return sayComparison(speaker, sign);
}
