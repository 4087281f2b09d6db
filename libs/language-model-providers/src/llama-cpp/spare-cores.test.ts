import { SpareCores, type ProcessorTimes } from './spare-cores.ts';

/** A machine whose time is told. */
function simulated() {
  let at = 100;
  let times: ProcessorTimes = { busy: 5000, own: 300 };
  const state = { running: 1 as number | undefined };
  return {
    state,
    machine: { now: () => at, processorTimes: () => times, runningThreads: () => state.running },
    pass(seconds: number, { others, own }: { others: number; own: number }) {
      at += seconds;
      times = { busy: times.busy + others + own, own: times.own + own };
    },
  };
}

describe('SpareCores', () => {
  it('takes all cores for free until something else was seen, and its own work for none of the others’', () => {
    const { machine, pass } = simulated();
    const cores = new SpareCores(2, machine);
    expect(cores.begin()).toBe(2);
    pass(1, { others: 0.1, own: 1.8 });
    expect(cores.look()).toBe(2);
  });

  it('counts out what others use, and what they leave again', () => {
    const { machine, pass } = simulated();
    const cores = new SpareCores(4, machine);
    cores.begin();
    pass(1, { others: 1.1, own: 0 });
    expect(cores.look()).toBe(3);
    pass(1, { others: 3.9, own: 0.1 });
    expect(cores.look()).toBe(0);
    pass(2, { others: 0, own: 0 });
    expect(cores.look()).toBe(4);
  });

  it('begins with what runs at that moment, where the system tells', () => {
    const { machine, state, pass } = simulated();
    const cores = new SpareCores(2, machine);
    state.running = 2;
    expect(cores.begin()).toBe(1);
    pass(0.2, { others: 0, own: 0.2 });
    expect(cores.look()).toBe(2);
    state.running = 9;
    expect(cores.begin()).toBe(0);
    expect(new SpareCores(2, { ...machine, runningThreads: () => undefined }).begin()).toBe(2);
  });

  it('judges by nothing that was done before the work began, and remembers a judgement for a while', () => {
    const { machine, pass } = simulated();
    const cores = new SpareCores(2, machine);
    pass(5, { others: 9.9, own: 0 });
    expect(cores.begin()).toBe(2);
    pass(0.3, { others: 0.3, own: 0.3 });
    expect(cores.look()).toBe(1);
    pass(4, { others: 0, own: 0 });
    expect(cores.begin()).toBe(1);
    pass(60, { others: 100, own: 0 });
    expect(cores.begin()).toBe(2);
    pass(0.01, { others: 0, own: 0 });
    expect(cores.look()).toBe(2);
  });

  it('keeps its judgement over a span too short to tell', () => {
    const { machine, pass } = simulated();
    const cores = new SpareCores(2, machine);
    cores.begin();
    pass(0.05, { others: 0.1, own: 0 });
    expect(cores.look()).toBe(2);
    pass(0.1, { others: 0.2, own: 0.1 });
    expect(cores.look()).toBe(0);
  });

  it('looks at this machine', () => {
    const free = new SpareCores(3).begin();
    expect(free).toBeGreaterThanOrEqual(0);
    expect(free).toBeLessThanOrEqual(3);
  });
});
