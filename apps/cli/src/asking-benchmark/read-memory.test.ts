import { parseStatus, readMemory } from './read-memory.ts';

describe('the memory of a process', () => {
  it('is read out of the text of Linux', () => {
    expect(parseStatus('Name:\tnode\nVmPeak:\t 11000 kB\nVmHWM:\t    2000 kB\nVmRSS:\t    1500 kB\nThreads:\t11\n')).toEqual({ resident: 1500 * 1024, peak: 2000 * 1024 });
  });

  it('is that of this process', async () => {
    const { resident } = await readMemory(process.pid);
    expect(resident).toBeGreaterThan(20e6);
    expect(resident).toBeLessThan(5e9);
  });

  it('cannot be told of a process that is not there', async () => {
    await expect(readMemory(2 ** 30)).rejects.toMatchObject({ code: 'child.failed' });
  });
});
