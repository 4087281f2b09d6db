import { setTimeout as sleep } from 'node:timers/promises';
import { spareBudget } from './thread-budget.ts';

describe('spareBudget', () => {
  it('gives work the cores that are free, and follows them while it lasts', async () => {
    const llama = { maxThreads: 9 };
    let free = 4;
    const budget = spareBudget(llama, 3, { begin: async () => free, look: () => free });
    const seen = await budget.spend(async () => {
      const first = llama.maxThreads;
      free = 0;
      while (llama.maxThreads === first) await sleep(10);
      return [first, llama.maxThreads];
    });
    expect(seen).toEqual([3, 1]);
  });

  it('leaves each of several works a thread', async () => {
    const llama = { maxThreads: 9 };
    const budget = spareBudget(llama, 2, { begin: async () => 0, look: () => 0 });
    const alone = await budget.spend(async () => llama.maxThreads);
    const together = await Promise.all([1, 2, 3].map(() => budget.spend(async () => (await sleep(20), llama.maxThreads))));
    const failed = await budget.spend(() => Promise.reject(new Error('no'))).catch(() => budget.spend(async () => llama.maxThreads));
    expect([alone, together, failed]).toEqual([1, [3, 3, 3], 1]);
  });
});
