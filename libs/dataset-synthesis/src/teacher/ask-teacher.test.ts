import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { silentProgress } from '@sqlwright/artifacts';
import { SqlwrightError } from '@sqlwright/errors';
import { createScriptedModel } from '@sqlwright/language-model/testing';
import { askTeacher } from './ask-teacher.ts';

const requests = ['one', 'two', 'three'].map((topic) => ({ topic, prompt: `Write on ${topic}.`, samples: 1 }));
const line = '{"questions":["How many?"],"tables":[],"sql":"SELECT 1"}';
const asking = { replyTokens: 100, replyCache: undefined, signal: new AbortController().signal, progress: silentProgress };

describe('askTeacher', () => {
  it('asks once more after a broken reply and then leaves the topic empty', async () => {
    const teacher = createScriptedModel(({ message }) => (message.includes('two') ? 'I would rather not.' : line));
    const replies = await askTeacher(requests, { ...asking, teacher });
    expect(replies.map(({ samples }) => samples.map(({ id }) => id))).toEqual([['01-001'], [], ['03-001']]);
    expect(teacher.requests.filter(({ message }) => message.includes('two'))).toHaveLength(2);
  });

  it('fails where no reply can be used', async () => {
    const teacher = createScriptedModel(() => 'No.');
    await expect(askTeacher(requests, { ...asking, teacher })).rejects.toMatchObject({ code: 'provider.bad-reply' });
  });

  it('pays for no reply twice when it was interrupted', async () => {
    const replyCache = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-replies-'));
    const limited = createScriptedModel(async ({ message }) => {
      if (!message.includes('three')) return line;
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw new SqlwrightError('provider.rate-limited', 'Too many requests.', { hint: 'Wait.' });
    });
    await expect(askTeacher(requests, { ...asking, teacher: limited, replyCache })).rejects.toMatchObject({ code: 'provider.rate-limited' });
    const recovered = createScriptedModel(() => line);
    expect(await askTeacher(requests, { ...asking, teacher: recovered, replyCache })).toHaveLength(3);
    expect(recovered.requests.map(({ message }) => message)).toEqual(['Write on three.']);
    await rm(replyCache, { recursive: true });
  });
});
