/**
 * McNemar's exact test of two models on the same questions, two-sided: how probable so uneven a split of the questions on which they differ is where both
 * are equally good.
 * @param onlyFirst questions that only the first model got right
 */
export function mcnemar(onlyFirst: number, onlySecond: number): number {
  const differing = onlyFirst + onlySecond;
  if (differing === 0) return 1;
  let tail = 0;
  let term = 0.5 ** differing;
  for (let count = 0; count <= Math.min(onlyFirst, onlySecond); count += 1) {
    tail += term;
    term *= (differing - count) / (count + 1);
  }
  return Math.min(1, 2 * tail);
}
