import { SqlwrightError } from '@sqlwright/errors';
import type { Comparison } from '@sqlwright/evaluation';

/**
 * A challenger takes over if it gets more of the frozen questions right than the champion, refusals of unanswerable ones included.
 * @param comparison the champion first, the challenger second
 * @returns a sentence for a person
 * @throws SqlwrightError promotion.refused
 */
export function decidePromotion({ firstRight, secondRight, gained, lost, questions, pValue }: Comparison): string {
  const figures = `${percent(secondRight)} of ${questions} questions right, the champion ${percent(firstRight)} (${gained.length} gained, ${lost.length} lost; by chance with a probability of ${pValue.toFixed(2)})`;
  if (gained.length > lost.length) return `The challenger is better: ${figures}.`;
  throw new SqlwrightError('promotion.refused', `The challenger is not better: ${figures}.`, { hint: 'The served model stays. Train with more or better samples, and try again.' });
}

function percent(share: number | null): string {
  return share === null ? 'none' : `${(share * 100).toFixed(1)} %`;
}
