/** The probability of a whole reply: the product over its tokens. Null where the provider tells none. */
export function sequenceProbability(logProbabilities: readonly number[] | undefined): number | null {
  if (logProbabilities === undefined || logProbabilities.length === 0) return null;
  return Math.min(1, Math.exp(logProbabilities.reduce((sum, value) => sum + value, 0)));
}
