import { SpareCores, type ProcessorTimes } from './spare-cores.ts';

/** A machine of so many cores whose time is told. */
function simulated(cores: number) {
  let at = 100;
  let times: ProcessorTimes = { idle: 5000, own: 300 };
  const state = { running: [1] as (number | undefined)[] };
  return {
    state,
    machine: { cores, now: () => at, processorTimes: () => times, runningThreads: () => (state.running.length > 1 ? state.running.shift() : state.running[0]) },
    pass(seconds: number, { others, own }: { others: number; own: number }) {
      at += seconds;
      times = { idle: times.idle + cores * seconds - others - own, own: times.own + own };
    },
  };
}

describe('SpareCores', () => {
  it('takes all cores for free until something else was seen, and its own work for none of the others’', async () => {
    const { machine, pass } = simulated(2);
    const cores = new SpareCores(2, machine);
    expect(await cores.begin()).toBe(2);
    pass(1, { others: 0.1, own: 1.8 });
    expect(cores.look()).toBe(2);
  });

  it('counts out what others use, and what they leave again', async () => {
    const { machine, pass } = simulated(4);
    const cores = new SpareCores(4, machine);
    await cores.begin();
    pass(1, { others: 1.1, own: 0 });
    expect(cores.look()).toBe(3);
    pass(1, { others: 3.9, own: 0.1 });
    expect(cores.look()).toBe(0);
    pass(2, { others: 0, own: 0 });
    expect(cores.look()).toBe(4);
  });

  it('takes no more than it may, however many stand idle, and all of these where others fill the rest of a big machine', async () => {
    const { machine, state, pass } = simulated(64);
    const cores = new SpareCores(2, machine);
    state.running = [31];
    expect(await cores.begin()).toBe(2);
    pass(1, { others: 30, own: 1 });
    expect(cores.look()).toBe(2);
    pass(1, { others: 62.9, own: 1 });
    expect(cores.look()).toBe(1);
  });

  it('begins with what runs at that moment, where the system tells, and not with what merely woke up', async () => {
    const { machine, state, pass } = simulated(2);
    const cores = new SpareCores(2, machine);
    state.running = [2];
    expect(await cores.begin()).toBe(1);
    pass(0.2, { others: 0, own: 0.2 });
    expect(cores.look()).toBe(2);
    state.running = [3, 1];
    expect(await cores.begin()).toBe(2);
    state.running = [9];
    expect(await cores.begin()).toBe(0);
    state.running = [undefined];
    expect(await new SpareCores(2, machine).begin()).toBe(2);
  });

  it('judges by nothing that was done before the work began, and remembers a judgement for a while', async () => {
    const { machine, pass } = simulated(2);
    const cores = new SpareCores(2, machine);
    pass(5, { others: 9.9, own: 0 });
    expect(await cores.begin()).toBe(2);
    pass(0.3, { others: 0.3, own: 0.3 });
    expect(cores.look()).toBe(1);
    pass(1, { others: 0, own: 0 });
    expect(await cores.begin()).toBe(1);
    pass(60, { others: 100, own: 0 });
    expect(await cores.begin()).toBe(2);
    pass(0.01, { others: 0, own: 0 });
    expect(cores.look()).toBe(2);
  });

  it('keeps its judgement over a span too short to tell', async () => {
    const { machine, pass } = simulated(2);
    const cores = new SpareCores(2, machine);
    await cores.begin();
    pass(0.04, { others: 0.08, own: 0 });
    expect(cores.look()).toBe(2);
    pass(0.1, { others: 0.2, own: 0.1 });
    expect(cores.look()).toBe(0);
  });

  it('looks at this machine', async () => {
    const free = await new SpareCores(3).begin();
    expect(free).toBeGreaterThanOrEqual(0);
    expect(free).toBeLessThanOrEqual(3);
  });
});
