import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseDdl } from '@sqlwright/schema';
import { openLexicon } from './open-lexicon.ts';

const schema = await parseDdl('CREATE TABLE member (id int PRIMARY KEY, full_name text, dob date);');

it('writes a lexicon where there is none, and leaves what people edited', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-lexicon-'));
  const file = path.join(folder, 'lexicon.json');
  const first = await openLexicon(file, schema, {});
  expect(first.tables['member']?.columns['dob']?.role).toBe('birth');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"plural": "members"', '"plural": "friends"'));
  expect((await openLexicon(file, schema, {})).tables['member']?.plural).toBe('friends');
  expect(await readFile(file, 'utf8')).toContain('friends');
  await rm(folder, { recursive: true });
});
