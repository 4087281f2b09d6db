import { createRandom } from './random.ts';

/** The middle 95 % of a figure over resampled questions. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const resamples = 2000;
const seed = 20_240_229;

/**
 * The percentile bootstrap interval (Efron) of a mean: questions are drawn with replacement, 2,000 times, with a fixed seed.
 * @param values one a question, such as 1 for right and 0 for wrong, or the difference of two models
 */
export function bootstrapInterval(values: readonly number[]): Interval | null {
  if (values.length === 0) return null;
  const random = createRandom(seed);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < values.length; drawn += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return { low: means[Math.floor(resamples * 0.025)] ?? 0, high: means[Math.ceil(resamples * 0.975) - 1] ?? 0 };
}
