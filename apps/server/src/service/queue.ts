import { cancelled, SqlwrightError } from '@sqlwright/errors';

export interface QueueLimits {
  /** Questions worked on at the same time. */
  readonly running: number;
  /** Questions that may wait; one more is refused. */
  readonly waiting: number;
}

/** There is no place; worth asking again after `retryAfterSeconds`. */
export class BusyError extends SqlwrightError {
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super('server.busy', message, { hint: `Ask again in ${retryAfterSeconds} s.` });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface Queue {
  /**
   * Runs work when its turn comes, in the order of arrival.
   * @param signal gives the place back at once while the work waits; running work sees the same signal
   * @param onQueued called before anything else, with the number of those that come first
   * @throws BusyError at once where there is no place; SqlwrightError run.cancelled
   */
  run<T>(signal: AbortSignal, work: () => Promise<T>, onQueued?: (ahead: number) => void): Promise<T>;
  load(): { readonly running: number; readonly waiting: number };
  /** Takes nothing more; what has a place still runs. Resolves when all of it has ended. */
  stop(): Promise<void>;
}

interface Waiting {
  start(): void;
}

const firstGuessSeconds = 1;
const mostSeconds = 60;
/** Weight of the newest duration in the running mean. */
const newest = 0.2;

/** A bounded queue: a model answers only so many at once, and a place that nobody waits for any more is free at once. */
export function createQueue(limits: QueueLimits): Queue {
  const waiting = new Set<Waiting>();
  let running = 0;
  let stopped: (() => void) | undefined;
  let meanSeconds = firstGuessSeconds;

  const busy = (message: string): BusyError => {
    const seconds = ((waiting.size + running) * meanSeconds) / limits.running;
    return new BusyError(message, Math.min(mostSeconds, Math.max(1, Math.ceil(seconds))));
  };
  const startNext = (): void => {
    const [next] = waiting;
    if (next === undefined) return running === 0 ? stopped?.() : undefined;
    waiting.delete(next);
    next.start();
  };
  const runNow = async <T>(work: () => Promise<T>): Promise<T> => {
    running += 1;
    const began = performance.now();
    try {
      return await work();
    } finally {
      running -= 1;
      meanSeconds += newest * ((performance.now() - began) / 1000 - meanSeconds);
      startNext();
    }
  };
  const turn = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const place: Waiting = { start: () => (signal.removeEventListener('abort', leave), resolve()) };
      const leave = (): void => {
        waiting.delete(place);
        reject(cancelled(signal.reason));
      };
      waiting.add(place);
      signal.addEventListener('abort', leave, { once: true });
    });

  return {
    async run(signal, work, onQueued) {
      if (signal.aborted) throw cancelled(signal.reason);
      if (stopped !== undefined) throw busy('The service is stopping.');
      const isFree = running < limits.running && waiting.size === 0;
      if (!isFree && waiting.size >= limits.waiting) throw busy('Too many questions are waiting.');
      onQueued?.(running + waiting.size);
      if (!isFree) await turn(signal);
      return runNow(work);
    },
    load: () => ({ running, waiting: waiting.size }),
    stop: () =>
      new Promise((resolve) => {
        stopped = resolve;
        if (running === 0 && waiting.size === 0) resolve();
      }),
  };
}
