import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openAuditLog } from './open-audit-log.ts';

describe('openAuditLog', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-audit-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('adds lines in their order to what is there, and has written them when it is closed', async () => {
    const file = path.join(folder, 'audit.log');
    for (const name of ['a', 'b']) {
      const log = await openAuditLog(file, () => undefined);
      for (let index = 0; index < 20; index += 1) log.write(`${name}${index}\n`);
      await log.close();
    }
    const lines = (await readFile(file, 'utf8')).split('\n');
    expect([lines.length, lines[0], lines[19], lines[20], lines[39]]).toEqual([41, 'a0', 'a19', 'b0', 'b19']);
  });

  it('says so where the file cannot be written', async () => {
    await expect(openAuditLog(path.join(folder, 'none', 'audit.log'), () => undefined)).rejects.toMatchObject({ code: 'usage.invalid', message: expect.stringContaining('ENOENT') });
  });

  (process.platform === 'linux' ? it : it.skip)('tells of a line that is lost, and goes on', async () => {
    const notes: string[] = [];
    const log = await openAuditLog('/dev/full', (line) => notes.push(line));
    log.write('a\n');
    log.write('b\n');
    await log.close();
    expect(notes).toEqual([expect.stringContaining('ENOSPC'), expect.stringContaining('ENOSPC')]);
  });
});
