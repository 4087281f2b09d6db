import os from 'node:os';

/** Processor time in seconds: of all programs together, and of this process. */
export interface ProcessorTimes {
  readonly busy: number;
  readonly own: number;
}

interface Clock {
  /** Seconds from any moment on. */
  now(): number;
  processorTimes(): ProcessorTimes;
}

/** Shorter spans say more about the counting of the system than about its programs. */
const shortestSpan = 0.1;

/** What others may use of the last core that counts as free: a machine with nothing to do is never quite idle, and the system counts in hundredths of a second. */
const tolerance = 0.3;

/** So many seconds a judgement is kept when nothing new has been seen. */
const memory = 10;

/**
 * Tells how many cores other programs leave free, from what they used while this process was at work: what they did before says nothing about now. All
 * are taken for free where nothing has been seen for a while.
 */
export class SpareCores {
  readonly #cores: number;
  readonly #clock: Clock;
  #since: { readonly at: number; readonly times: ProcessorTimes };
  #judged: { readonly at: number; readonly free: number };

  /** @param cores that this process may use */
  constructor(cores: number, clock: Clock = systemClock) {
    this.#cores = cores;
    this.#clock = clock;
    this.#since = { at: clock.now(), times: clock.processorTimes() };
    this.#judged = { at: Number.NEGATIVE_INFINITY, free: cores };
  }

  /** To be called when work begins. @returns free cores, from 0 on */
  begin(): number {
    const at = this.#clock.now();
    this.#since = { at, times: this.#clock.processorTimes() };
    if (at - this.#judged.at > memory) this.#judged = { at: Number.NEGATIVE_INFINITY, free: this.#cores };
    return this.#judged.free;
  }

  /** To be called now and then during work. @returns free cores, from 0 on */
  look(): number {
    const at = this.#clock.now();
    const span = at - this.#since.at;
    if (span < shortestSpan) return this.#judged.free;
    const times = this.#clock.processorTimes();
    const others = Math.max(0, times.busy - this.#since.times.busy - (times.own - this.#since.times.own)) / span;
    this.#since = { at, times };
    this.#judged = { at, free: Math.max(0, Math.min(this.#cores, Math.floor(this.#cores - others + tolerance))) };
    return this.#judged.free;
  }
}

const systemClock: Clock = {
  now: () => performance.now() / 1000,
  processorTimes: () => {
    const { user, system } = process.cpuUsage();
    const busy = os.cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
    return { busy: busy / 1000, own: (user + system) / 1e6 };
  },
};
