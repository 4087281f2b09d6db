/** Few things among many tasks: each task has one for itself while it runs. */
export interface SharedOut<R> {
  /** Runs a task with the next free thing, in the order of the calls. */
  take<T>(task: (resource: R) => Promise<T>): Promise<T>;
  /** Settles when every task given so far has ended, well or badly. */
  idle(): Promise<void>;
}

/** Hands things out to tasks; tasks beyond their number wait. */
export function shareOut<R>(resources: readonly R[]): SharedOut<R> {
  const free = [...resources];
  const waiting: ((resource: R) => void)[] = [];
  const running = new Set<Promise<unknown>>();
  const acquire = async (): Promise<R> => free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const release = (resource: R): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(resource);
    else next(resource);
  };
  const run = async <T>(task: (resource: R) => Promise<T>): Promise<T> => {
    const resource = await acquire();
    try {
      return await task(resource);
    } finally {
      release(resource);
    }
  };
  return {
    take: (task) => {
      const promise = run(task);
      running.add(promise);
      const forget = (): void => void running.delete(promise);
      promise.then(forget, forget);
      return promise;
    },
    idle: async () => void (await Promise.allSettled(running)),
  };
}
