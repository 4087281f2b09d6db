import { readFileSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Processor time in seconds: what all cores together were idle, and what this process used. */
export interface ProcessorTimes {
  readonly idle: number;
  readonly own: number;
}

interface Machine {
  /** All of them, also those that this process may not use. */
  readonly cores: number;
  /** Seconds from any moment on. */
  now(): number;
  processorTimes(): ProcessorTimes;
  /** Threads of all programs that run or want to at this moment, the one that asks included; undefined where the system does not tell. */
  runningThreads(): number | undefined;
}

/** Shorter spans say more about the counting of the system, in hundredths of a second, than about its programs. */
const shortestSpan = 0.05;

/** What others may use of the last core that counts as free: a machine with nothing to do is never quite idle. */
const tolerance = 0.3;

/** So many seconds a judgement is kept when nothing new has been seen. */
const memory = 2;

/** A program that merely woke up, such as the one that asked, is asleep again after so many milliseconds. */
const wakeMilliseconds = 1;

/**
 * Tells how many cores this process may use: what it used while it was at work and what stood idle beside it; as its work begins, what does not run
 * another program at that moment. What happened before says nothing about now.
 */
export class SpareCores {
  readonly #most: number;
  readonly #machine: Machine;
  #since: { readonly at: number; readonly times: ProcessorTimes };
  #judged: { readonly at: number; readonly free: number };

  /** @param most cores that this process may use */
  constructor(most: number, machine: Machine = thisMachine) {
    this.#most = most;
    this.#machine = machine;
    this.#since = { at: machine.now(), times: machine.processorTimes() };
    this.#judged = { at: Number.NEGATIVE_INFINITY, free: most };
  }

  /** To be called when work begins, before any thread of it runs. @returns free cores, from 0 on */
  async begin(): Promise<number> {
    const others = await this.#othersNow();
    const at = this.#machine.now();
    this.#since = { at, times: this.#machine.processorTimes() };
    const remembered = at - this.#judged.at > memory ? this.#most : this.#judged.free;
    return this.#judge(Math.min(remembered, this.#machine.cores - others), this.#judged.at);
  }

  /** To be called now and then during work. @returns free cores, from 0 on */
  look(): number {
    const at = this.#machine.now();
    const span = at - this.#since.at;
    if (span < shortestSpan) return this.#judged.free;
    const times = this.#machine.processorTimes();
    const usable = times.idle - this.#since.times.idle + times.own - this.#since.times.own;
    this.#since = { at, times };
    return this.#judge(Math.floor(usable / span + tolerance), at);
  }

  #judge(free: number, at: number): number {
    this.#judged = { at, free: Math.max(0, Math.min(this.#most, free)) };
    return this.#judged.free;
  }

  /** Threads of other programs, seen twice. */
  async #othersNow(): Promise<number> {
    const first = this.#machine.runningThreads() ?? 1;
    if (first <= 1) return 0;
    await sleep(wakeMilliseconds);
    return Math.max(0, Math.min(first, this.#machine.runningThreads() ?? 1) - 1);
  }
}

const thisMachine: Machine = {
  cores: os.cpus().length,
  now: () => performance.now() / 1000,
  processorTimes: () => {
    const { user, system } = process.cpuUsage();
    return { idle: readIdle(), own: (user + system) / 1e6 };
  },
  runningThreads: () => Number(/(\d+)\/\d+ \d+$/m.exec(readLinux('/proc/loadavg') ?? '')?.[1] ?? Number.NaN) || undefined,
};

/** Linux counts the sum of all cores in one number, with one rounding. */
function readIdle(): number {
  const [, idle, waiting] = /^cpu +\d+ \d+ \d+ (\d+) (\d+)/.exec(readLinux('/proc/stat') ?? '') ?? [];
  if (idle !== undefined && waiting !== undefined) return (Number(idle) + Number(waiting)) / 100;
  return os.cpus().reduce((sum, { times }) => sum + times.idle, 0) / 1000;
}

function readLinux(file: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
