import { readFileSync } from 'node:fs';
import os from 'node:os';

/** Processor time in seconds: of all programs together, and of this process. */
export interface ProcessorTimes {
  readonly busy: number;
  readonly own: number;
}

interface Machine {
  /** Seconds from any moment on. */
  now(): number;
  processorTimes(): ProcessorTimes;
  /** Threads of all programs that run or want to at this moment, the one that asks included; undefined where the system does not tell. */
  runningThreads(): number | undefined;
}

/** Shorter spans say more about the counting of the system than about its programs. */
const shortestSpan = 0.1;

/** What others may use of the last core that counts as free: a machine with nothing to do is never quite idle, and the system counts in hundredths of a second. */
const tolerance = 0.3;

/** So many seconds a judgement is kept when nothing new has been seen. */
const memory = 10;

/**
 * Tells how many cores other programs leave free, from what they used while this process was at work, and, as its work begins, from what runs at that
 * moment: what they did before says nothing about now.
 */
export class SpareCores {
  readonly #cores: number;
  readonly #machine: Machine;
  #since: { readonly at: number; readonly times: ProcessorTimes };
  #judged: { readonly at: number; readonly free: number };

  /** @param cores that this process may use */
  constructor(cores: number, machine: Machine = thisMachine) {
    this.#cores = cores;
    this.#machine = machine;
    this.#since = { at: machine.now(), times: machine.processorTimes() };
    this.#judged = { at: Number.NEGATIVE_INFINITY, free: cores };
  }

  /** To be called when work begins, before any thread of it runs. @returns free cores, from 0 on */
  begin(): number {
    const at = this.#machine.now();
    this.#since = { at, times: this.#machine.processorTimes() };
    const remembered = at - this.#judged.at > memory ? this.#cores : this.#judged.free;
    const others = (this.#machine.runningThreads() ?? 1) - 1;
    this.#judged = { at: this.#judged.at, free: Math.max(0, Math.min(remembered, this.#cores - others)) };
    return this.#judged.free;
  }

  /** To be called now and then during work. @returns free cores, from 0 on */
  look(): number {
    const at = this.#machine.now();
    const span = at - this.#since.at;
    if (span < shortestSpan) return this.#judged.free;
    const times = this.#machine.processorTimes();
    const others = Math.max(0, times.busy - this.#since.times.busy - (times.own - this.#since.times.own)) / span;
    this.#since = { at, times };
    this.#judged = { at, free: Math.max(0, Math.min(this.#cores, Math.floor(this.#cores - others + tolerance))) };
    return this.#judged.free;
  }
}

const thisMachine: Machine = {
  now: () => performance.now() / 1000,
  processorTimes: () => {
    const { user, system } = process.cpuUsage();
    const busy = os.cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
    return { busy: busy / 1000, own: (user + system) / 1e6 };
  },
  runningThreads: () => {
    if (process.platform !== 'linux') return undefined;
    try {
      return Number(/(\d+)\/\d+ \d+$/m.exec(readFileSync('/proc/loadavg', 'utf8'))?.[1] ?? 1);
    } catch {
      return undefined;
    }
  },
};
