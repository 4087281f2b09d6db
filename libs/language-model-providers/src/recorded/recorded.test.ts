import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { languageModelContract } from '@sqlwright/language-model/testing';
import { createRecordedModel } from './create-recorded-model.ts';
import { writeMissingPrompts } from './write-missing-prompts.ts';
import { writeRecording } from './write-recording.ts';

const requests = [
  { topic: 'Totals & counts', prompt: 'Write 2 samples on totals.' },
  { topic: 'ages', prompt: 'Write 2 samples on ages.' },
] as const;
const author = { model: 'Somebody', date: '2026-11-22' };

describe('the recorded provider', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-recorded-'));
    await writeMissingPrompts(folder, requests);
    await writeFile(path.join(folder, '01-totals-counts.reply.jsonl'), 'about totals\n');
    await writeFile(path.join(folder, '02-ages.reply.jsonl'), 'about ages\n');
    await writeRecording(folder, author);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const [totals, ages] = requests.map(({ prompt }) => ({ message: prompt, maxTokens: 10 })) as [{ message: string; maxTokens: number }, { message: string; maxTokens: number }];
  it.each(languageModelContract({ open: () => createRecordedModel({ folder }), requests: [totals, ages] }))('$name', ({ check }) => check());

  it('replays the reply byte for byte under its author’s name', async () => {
    const model = await createRecordedModel({ folder });
    expect(model.name).toBe('recorded:Somebody');
    expect(await model.generate(ages)).toEqual({ text: 'about ages\n', finishReason: 'stop', usage: { promptTokens: 0, completionTokens: 0 } });
  });

  it('says which request has no answer and what to do', async () => {
    const model = await createRecordedModel({ folder });
    const message = 'You write training data.\n\nWrite 5 samples on cities.';
    await expect(model.generate({ message, maxTokens: 5 })).rejects.toMatchObject({ code: 'recording.missing', message: expect.stringContaining('Write 5 samples on cities.'), hint: expect.stringContaining('sqlwright record') });
  });

  it('notices a reply that was edited after it was recorded', async () => {
    await writeFile(path.join(folder, '02-ages.reply.jsonl'), 'edited');
    await expect((await createRecordedModel({ folder })).generate(ages)).rejects.toMatchObject({ code: 'provider.bad-reply' });
  });

  it('asks for the index where there is none', async () => {
    await rm(path.join(folder, 'recording.json'));
    await expect(createRecordedModel({ folder })).rejects.toMatchObject({ code: 'recording.missing' });
  });

  it('writes the same index again, and only the prompts that are new', async () => {
    const before = await readFile(path.join(folder, 'recording.json'), 'utf8');
    expect(await writeMissingPrompts(folder, [...requests, { topic: 'Cities', prompt: 'Write 2 samples on cities.' }])).toEqual(['03-cities.prompt.txt']);
    expect((await writeRecording(folder, author)).answers).toHaveLength(2);
    expect(await readFile(path.join(folder, 'recording.json'), 'utf8')).toBe(before);
  });
});
