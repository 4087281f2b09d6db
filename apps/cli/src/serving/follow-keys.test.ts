import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { followKeys } from './follow-keys.ts';
import { addKey, readKeys } from './keys-file.ts';

describe('followKeys', () => {
  let folder: string;
  let file: string;
  let notes: string[];
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-keys-'));
    file = path.join(folder, 'keys.json');
    notes = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  const until = async (count: number): Promise<void> => {
    while (notes.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('knows a key as soon as it is made, no longer once it is removed, and keeps what it has where the file is broken', async () => {
    const old = await addKey(file, 'old', '2026-01-01');
    const { keyring, close } = followKeys(file, (await readKeys(file, true)) ?? [], (line) => notes.push(line));
    const next = await addKey(file, 'next', '2026-01-02');
    await until(1);
    expect([keyring.check(`Bearer ${old}`), keyring.check(`Bearer ${next}`), notes[0]]).toEqual(['old', 'next', 'Keys known from now on: old, next.']);
    await writeFile(file, 'no JSON');
    await until(2);
    expect([keyring.check(`Bearer ${next}`), notes[1]]).toEqual(['next', expect.stringContaining('The keys stay as they were')]);
    await writeFile(file, '[]');
    await until(3);
    expect(() => keyring.check(`Bearer ${next}`)).toThrow(expect.objectContaining({ code: 'access.denied' }));
    close();
  }, 30_000);
});
