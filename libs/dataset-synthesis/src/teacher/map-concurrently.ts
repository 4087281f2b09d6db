/**
 * Maps with at most `limit` calls under way; the results keep the order of the items. After a failure no further call begins, and it is thrown when the
 * calls under way have ended: what they bring may be worth keeping.
 */
export async function mapConcurrently<T, R>(items: readonly T[], limit: number, map: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (failed) return;
      results[index] = await map(item, index);
    }
  };
  const fail = (error: unknown): never => {
    failed = true;
    throw error;
  };
  const ended = await Promise.allSettled(Array.from({ length: limit }, () => work().catch(fail)));
  const failure = ended.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
  return results;
}
