import type { Llama } from 'node-llama-cpp';
import { SpareCores } from './spare-cores.ts';

/** How many threads all contexts over the same weights share; node-llama-cpp deals them out among those that are at work. */
export interface ThreadBudget {
  /** Does a piece of work with the threads that it may have. */
  spend<T>(work: () => Promise<T>): Promise<T>;
}

const lookEveryMilliseconds = 50;

/** Always the number that the library was opened with. */
export const fixedBudget: ThreadBudget = { spend: (work) => work() };

/**
 * Follows what other programs leave free, with at least one thread for each piece of work at the same time. Threads wait for one another after every
 * layer by spinning, so that one thread without a core slows all: on 2 cores a second thread halves the time of a quiet machine, and makes that of a busy one many times as long.
 * @param most threads in all
 */
export function spareBudget(llama: Pick<Llama, 'maxThreads'>, most: number, cores: Pick<SpareCores, 'begin' | 'look'> = new SpareCores(most)): ThreadBudget {
  let works = 0;
  const allow = (free: number): void => void (llama.maxThreads = Math.max(1, works, Math.min(most, free)));
  return {
    spend: async (work) => {
      works += 1;
      const timer = setInterval(() => allow(cores.look()), lookEveryMilliseconds);
      try {
        allow(works === 1 ? await cores.begin() : cores.look());
        return await work();
      } finally {
        clearInterval(timer);
        works -= 1;
      }
    },
  };
}
