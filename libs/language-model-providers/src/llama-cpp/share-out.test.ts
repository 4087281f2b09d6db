import { shareOut } from './share-out.ts';

describe('shareOut', () => {
  it('gives each running task a thing of its own, and goes on after a task that failed', async () => {
    const { take, idle } = shareOut(['a', 'b']);
    const inUse = new Set<string>();
    let most = 0;
    const task = (fails: boolean) => async (thing: string) => {
      expect(inUse.has(thing)).toBe(false);
      inUse.add(thing);
      most = Math.max(most, inUse.size);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inUse.delete(thing);
      if (fails) throw new Error('failed');
      return thing;
    };
    const results = await Promise.allSettled(Array.from({ length: 7 }, (_, index) => take(task(index === 1))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', ...Array.from({ length: 5 }, () => 'fulfilled')]);
    expect(most).toBe(2);
    await idle();
  });

  it('is idle when the tasks given so far have ended', async () => {
    const { take, idle } = shareOut([1]);
    let ended = 0;
    for (let index = 0; index < 3; index += 1) void take(async () => void (ended += 1));
    await idle();
    expect(ended).toBe(3);
  });
});
