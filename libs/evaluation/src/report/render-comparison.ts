import type { Comparison } from '../statistics/compare-runs.ts';
import { percent } from './markdown.ts';

/** A comparison for the terminal, with the text of the questions on which the two differ. */
export function renderComparison(comparison: Comparison, questions: ReadonlyMap<string, string>): string {
  const { first, second, firstRight, secondRight, difference, interval, pValue, real, lost, gained } = comparison;
  const sign = (difference ?? 0) >= 0 ? '+' : '';
  const line = (id: string): string => `  ${id}  ${questions.get(id) ?? ''}`;
  return [
    `A  ${first}: ${percent(firstRight)} right`,
    `B  ${second}: ${percent(secondRight)} right`,
    `B – A on ${comparison.questions} shared questions: ${sign}${percent(difference)}${interval === null ? '' : `, 95 % interval ${percent(interval.low)} to ${percent(interval.high)}`}, p = ${pValue.toFixed(3)} (McNemar)`,
    real ? 'The difference is real.' : 'The difference may be chance.',
    ...(lost.length === 0 ? [] : [`Right in A only (${lost.length}):`, ...lost.map(line)]),
    ...(gained.length === 0 ? [] : [`Right in B only (${gained.length}):`, ...gained.map(line)]),
    '',
  ].join('\n');
}
