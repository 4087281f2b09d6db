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

  it('takes an empty reply for a broken one, and pays for no other twice', async () => {
    const teacher = createScriptedModel(({ message }) => {
      if (message.includes('two')) throw new SqlwrightError('provider.bad-reply', 'It answered without a usable text.', { hint: 'Again.' });
      return `Sure! Here you are:\n${line}\n{"questions":["cut`;
    });
    const replies = await askTeacher(requests, { ...asking, teacher });
    expect(replies.map(({ samples }) => samples.length)).toEqual([1, 0, 1]);
    expect(replies[1]?.rejects).toMatchObject([{ reason: 'malformed-line', detail: expect.stringContaining('without a usable text') }]);
    expect(replies[0]?.rejects).toHaveLength(2);
  });

  it.each(['provider.refused-key', 'provider.unavailable'] as const)('ends at once with %s', async (code) => {
    const teacher = createScriptedModel(() => {
      throw new SqlwrightError(code, 'No.', { hint: 'Look.' });
    });
    await expect(askTeacher(requests, { ...asking, teacher })).rejects.toMatchObject({ code });
    expect(teacher.requests.length).toBeLessThanOrEqual(4);
  });

  it('fails where no reply can be used', async () => {
    const teacher = createScriptedModel(() => 'No.');
    await expect(askTeacher(requests, { ...asking, teacher })).rejects.toMatchObject({ code: 'provider.bad-reply' });
  });

  it('pays for no reply twice when it was interrupted', async () => {
    const replyCache = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-replies-'));
    const limited = createScriptedModel(({ message }) => {
      if (!message.includes('three')) return line;
      throw new SqlwrightError('provider.rate-limited', 'Too many requests.', { hint: 'Wait.' });
    });
    await expect(askTeacher(requests, { ...asking, teacher: limited, replyCache })).rejects.toMatchObject({ code: 'provider.rate-limited' });
    const recovered = createScriptedModel(() => line);
    expect(await askTeacher(requests, { ...asking, teacher: recovered, replyCache })).toHaveLength(3);
    expect(recovered.requests.map(({ message }) => message)).toEqual(['Write on three.']);
    await rm(replyCache, { recursive: true });
  });
});
