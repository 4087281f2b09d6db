import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseDdl } from '@sqlwright/schema';
import { readFeedback } from './read-feedback.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-feedback-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string): ReturnType<typeof readFeedback> {
  const file = path.join(folder, 'feedback.jsonl');
  await writeFile(file, text);
  return readFeedback(file, { schema: await parseDdl('CREATE TABLE guest (id int)'), abstention: "I don't know" });
}

const line = (id: string, verdict: string, question: string, sql: string | null): string => `${JSON.stringify({ id, time: '2026-01-01T00:00:00Z', verdict, question, sql, answered: null, model: 'm', key: null })}\n`;

describe('readFeedback', () => {
  it('makes samples of what is right, the newest first, with the tables that the SQL reads', async () => {
    const text = line('1', 'right', 'How many?', 'SELECT count(*) FROM guest') + line('2', 'corrected', 'Who?', 'SELECT id FROM guest') + line('3', 'corrected', 'Why?', null);
    expect(await read(text)).toEqual([
      { topic: 'feedback', questions: ['Why?'], tables: [], sql: "I don't know" },
      { topic: 'feedback', questions: ['Who?'], tables: ['guest'], sql: 'SELECT id FROM guest' },
      { topic: 'feedback', questions: ['How many?'], tables: ['guest'], sql: 'SELECT count(*) FROM guest' },
    ]);
  });

  it('counts the newest word on an answer, and takes nothing that is only wrong', async () => {
    expect(await read(line('1', 'right', 'How many?', 'SELECT 1') + line('1', 'wrong', 'How many?', null) + line('2', 'wrong', 'Who?', null))).toEqual([]);
  });

  it('leaves out a last line that was cut, and names any other that cannot be read', async () => {
    expect(await read(`${line('1', 'right', 'How many?', 'SELECT count(*) FROM guest')}{"id":"2","ver`)).toHaveLength(1);
    await expect(read(`{"id":1}\n`)).rejects.toMatchObject({ code: 'artifact.invalid', message: expect.stringContaining(':1') });
    expect(await readFeedback(path.join(folder, 'none.jsonl'), { schema: await parseDdl('CREATE TABLE guest (id int)'), abstention: '' })).toEqual([]);
  });
});
