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
  return new BoundedQueue(limits);
}

class BoundedQueue implements Queue {
  readonly #limits: QueueLimits;
  readonly #waiting = new Set<Waiting>();
  #running = 0;
  #meanSeconds = firstGuessSeconds;
  #onEmpty: (() => void) | undefined;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  async run<T>(signal: AbortSignal, work: () => Promise<T>, onQueued?: (ahead: number) => void): Promise<T> {
    if (signal.aborted) throw cancelled(signal.reason);
    if (this.#onEmpty !== undefined) throw this.#busy('The service is stopping.');
    const isFree = this.#running < this.#limits.running && this.#waiting.size === 0;
    if (!isFree && this.#waiting.size >= this.#limits.waiting) throw this.#busy('Too many questions are waiting.');
    onQueued?.(this.#running + this.#waiting.size);
    // The place is taken before anything is awaited, so that two that come together cannot both take the last one.
    if (isFree) this.#running += 1;
    else await this.#turn(signal);
    return this.#work(work);
  }

  load(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting.size };
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#onEmpty = resolve;
      if (this.#running === 0 && this.#waiting.size === 0) resolve();
    });
  }

  /** Resolves when a place is free, and holds it by then. */
  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const place: Waiting = {
        start: () => {
          signal.removeEventListener('abort', leave);
          this.#running += 1;
          resolve();
        },
      };
      const leave = (): void => {
        this.#waiting.delete(place);
        reject(cancelled(signal.reason));
      };
      this.#waiting.add(place);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  async #work<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#meanSeconds += newest * ((performance.now() - began) / 1000 - this.#meanSeconds);
      this.#startNext();
    }
  }

  #startNext(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      if (this.#running === 0) this.#onEmpty?.();
      return;
    }
    this.#waiting.delete(next);
    next.start();
  }

  #busy(message: string): BusyError {
    const seconds = ((this.#waiting.size + this.#running) * this.#meanSeconds) / this.#limits.running;
    return new BusyError(message, Math.min(mostSeconds, Math.max(1, Math.ceil(seconds))));
  }
}
