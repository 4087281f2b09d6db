import { createQueue, BusyError } from './queue.ts';

const never = new AbortController().signal;

function gate(): { open(): void; readonly opened: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, opened: promise };
}

describe('createQueue', () => {
  it('runs in the order of arrival, never more than allowed at once', async () => {
    const queue = createQueue({ running: 2, waiting: 10 });
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const work = async (index: number): Promise<number> => {
      order.push(index);
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return index;
    };
    expect(await Promise.all([0, 1, 2, 3, 4].map((index) => queue.run(never, () => work(index))))).toEqual([0, 1, 2, 3, 4]);
    expect([order, most, queue.load()]).toEqual([[0, 1, 2, 3, 4], 2, { running: 0, waiting: 0 }]);
  });

  it('refuses at once where there is no place, and says when to come again', async () => {
    const queue = createQueue({ running: 1, waiting: 1 });
    const held = gate();
    const both = [queue.run(never, () => held.opened), queue.run(never, async () => {})];
    const refusal = await queue.run(never, async () => {}).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(BusyError);
    expect(refusal).toMatchObject({ code: 'server.busy', retryAfterSeconds: 2 });
    held.open();
    await Promise.all(both);
  });

  it('gives the place of one that goes away to another at once', async () => {
    const queue = createQueue({ running: 1, waiting: 1 });
    const held = gate();
    const first = queue.run(never, () => held.opened);
    const goes = new AbortController();
    const gone = queue.run(goes.signal, () => Promise.reject(new Error('It must not run.')));
    goes.abort();
    await expect(gone).rejects.toMatchObject({ code: 'run.cancelled' });
    expect(queue.load()).toEqual({ running: 1, waiting: 0 });
    const next = queue.run(never, async () => 'next');
    held.open();
    expect([await first, await next]).toEqual([undefined, 'next']);
  });

  it('goes on after work that fails', async () => {
    const queue = createQueue({ running: 1, waiting: 1 });
    const failing = queue.run(never, () => Promise.reject(new Error('no')));
    const next = queue.run(never, async () => 'next');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
  });

  it('stops after what has a place', async () => {
    const queue = createQueue({ running: 1, waiting: 1 });
    const held = gate();
    const both = Promise.all([queue.run(never, () => held.opened), queue.run(never, async () => 'waited')]);
    let stopped = false;
    const end = queue.stop().then(() => (stopped = true));
    await expect(queue.run(never, async () => {})).rejects.toMatchObject({ code: 'server.busy' });
    expect(stopped).toBe(false);
    held.open();
    expect((await both)[1]).toBe('waited');
    await end;
  });
});
