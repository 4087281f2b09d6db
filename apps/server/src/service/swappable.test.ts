import { createSwappable } from './swappable.ts';

function thing(name: string): { name: string; closed: boolean; close(): Promise<void> } {
  return {
    name,
    closed: false,
    async close() {
      this.closed = true;
    },
  };
}

describe('createSwappable', () => {
  it('lets who has begun with the old one end with it, and closes it then', async () => {
    const [old, next] = [thing('old'), thing('next')];
    const swappable = createSwappable(old);
    const { promise: hold, resolve: release } = Promise.withResolvers<void>();
    const using = swappable.use(async ({ name }) => {
      await hold;
      return [name, old.closed];
    });
    const swapped = swappable.swap(next);
    expect(await swappable.use(async ({ name }) => name)).toBe('next');
    expect(old.closed).toBe(false);
    release();
    expect(await using).toEqual(['old', false]);
    await swapped;
    expect([old.closed, next.closed]).toEqual([true, false]);
    await swappable.close();
    expect(next.closed).toBe(true);
  });

  it('counts a user that fails', async () => {
    const swappable = createSwappable(thing('old'));
    await expect(swappable.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await swappable.swap(thing('next'));
    expect(swappable.current().name).toBe('next');
  });
});
