import { el } from './dom.ts';
import type { Verdict } from './types.ts';

/** From which probability on the model counts as how sure; the mark says it beside the colour. */
const levels = [
  { least: 0.8, name: 'high', mark: '●', words: 'Rather sure' },
  { least: 0.5, name: 'middle', mark: '◐', words: 'Not quite sure' },
  { least: 0, name: 'low', mark: '○', words: 'Unsure, please check' },
] as const;

/** Reasons for which a statement that the model did write is not shown. */
const withheld = new Set(['low-confidence', 'impossible-value']);

/** How sure the model is of its statement, or of its refusal. */
export function showSureness(confidence: number, { sql, reason }: Pick<Verdict, 'sql' | 'reason'>): HTMLElement {
  const { name, mark, words } = levels.find(({ least }) => confidence >= least) ?? levels[2];
  const what = sql === null && !withheld.has(reason?.code ?? '') ? 'refusal' : 'statement';
  return el('p', { class: 'sureness', 'data-level': name }, el('span', { 'aria-hidden': 'true' }, mark), ` ${words}: the model gives its ${what} a probability of ${percent(confidence)} %.`);
}

/** Never rounded to a certainty that the model does not claim. */
function percent(share: number): string {
  const whole = Math.round(share * 100);
  return whole === 100 && share < 1 ? 'over 99' : String(whole);
}
