import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** Parses until V8 would compile the parser again, waits for that, and tells the most memory in MB. Linux counts what the parent held before `exec` into maxRSS, but not into VmHWM. */
const program = (first: string): string => `
  ${first}
  const { readFileSync } = await import('node:fs');
  const most = () => (process.platform === 'linux' ? Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) : process.resourceUsage().maxRSS);
  const { parse } = await import('libpg-query');
  for (let turn = 0; turn < 400; turn += 1) await parse('SELECT country, count(*) FROM address WHERE city = \\'x\\' GROUP BY country');
  const end = performance.now() + Number(process.argv[1]);
  while (performance.now() < end && most() < 310_000) await new Promise((resolve) => setTimeout(resolve, 50));
  process.stdout.write(String(most() / 1000));`;

async function mostMemory(first: string, milliseconds: number): Promise<number> {
  const args = ['--conditions=@sqlwright/source', '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program(first), String(milliseconds)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: path.resolve(import.meta.dirname, '../../../libs/schema'), env: { ...process.env, NODE_OPTIONS: '' } });
  return Number(stdout);
}

describe('keepMemorySmall', () => {
  it('keeps V8 from compiling PostgreSQL’s parser a second time', async () => {
    const module = path.join(import.meta.dirname, 'keep-memory-small.ts');
    expect(await mostMemory('', 60_000)).toBeGreaterThan(300);
    expect(await mostMemory(`(await import(${JSON.stringify(module)})).keepMemorySmall();`, 4000)).toBeLessThan(200);
  }, 120_000);
});
