/**
 * The Kullback–Leibler divergence of two next-token distributions, in nats: how much worse the second predicts what the first expects.
 * @param reference natural logarithms of probabilities, one a token
 * @param other of the same tokens; a longer vocabulary's further tokens (padding) are left out
 */
export function klDivergence(reference: Float32Array, other: Float32Array): number {
  const length = Math.min(reference.length, other.length);
  let sum = 0;
  for (let token = 0; token < length; token += 1) {
    const logarithm = reference[token]!;
    sum += Math.exp(logarithm) * (logarithm - other[token]!);
  }
  return Math.max(0, sum);
}
