import { exactMatch } from '../metrics/exact-match.ts';
import { tokenMatch } from '../metrics/token-match.ts';
import type { TextMatch } from './evaluation-report.ts';

/** The article's metrics over predicted and expected replies, abstentions included. */
export function textMatch(pairs: readonly { readonly predicted: string; readonly reference: string }[]): TextMatch {
  return {
    samples: pairs.length,
    exactMatch: mean(pairs.map(({ predicted, reference }) => (exactMatch(predicted, reference) ? 1 : 0))),
    tokenMatch: mean(pairs.map(({ predicted, reference }) => tokenMatch(predicted, reference))),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
