import { normalizeSql } from './normalize-sql.ts';

/**
 * The source article's token match: the share of the reference's different words that the prediction holds, between 0 and 1.
 * It is a recall over sets: order, repetition and extra words cost nothing. A reference without words is matched only by a
 * prediction without words.
 */
export function tokenMatch(predicted: string, reference: string): number {
  const found = words(predicted);
  const wanted = words(reference);
  if (wanted.size === 0) return found.size === 0 ? 1 : 0;
  return [...wanted].filter((word) => found.has(word)).length / wanted.size;
}

/** Python's `\w+`: letters and digits of every script. */
function words(sql: string): Set<string> {
  return new Set(normalizeSql(sql).match(/[\p{L}\p{N}_]+/gu));
}
