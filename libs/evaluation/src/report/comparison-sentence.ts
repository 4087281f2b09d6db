import type { Comparison } from '../statistics/compare-runs.ts';
import { percent } from './markdown.ts';

/** Whether the difference of two candidates is real, in a sentence of plain text. */
export function comparisonSentence({ first, second, questions, difference, interval, pValue, real, lost, gained }: Comparison): string {
  const sign = (difference ?? 0) >= 0 ? '+' : '';
  const range = interval === null ? '' : ` (${percent(interval.low)} to ${percent(interval.high)})`;
  return `${second} against ${first}: ${sign}${percent(difference)} right of ${questions} shared questions${range}, ${gained.length} gained and ${lost.length} lost, p = ${pValue.toFixed(3)}: ${real ? 'a real difference' : 'may be chance'}.`;
}
