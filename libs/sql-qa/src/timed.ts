/** Runs some work and tells how long it took, in seconds to the millisecond. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: Math.round(performance.now() - start) / 1000 };
}
