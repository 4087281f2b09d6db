import { SqlwrightError } from '@sqlwright/errors';
import type { Answer, Answerer } from '@sqlwright/sql-qa';
import { answeringGenerator } from './answering-generator.ts';

const answer: Answer = { status: 'answered', question: 'q', sql: 'SELECT 2', columns: [], rows: [], truncated: false, groundings: [], answer: '2', seconds: { generate: 0, execute: 0 }, repaired: true };
const generating = (reply: () => Promise<Answer>): Answerer => ({ answer: reply });

describe('answeringGenerator', () => {
  it('gives the statement that was answered with in the end', async () => {
    expect(await answeringGenerator(generating(async () => answer)).generate('q')).toEqual({ kind: 'sql', sql: 'SELECT 2', reply: 'SELECT 2', groundings: [] });
  });

  it('takes a refusal, and a question that is not read, for an abstention', async () => {
    const refused = generating(async () => ({ ...answer, status: 'refused', sql: null, answer: 'Not in here.' }));
    expect(await answeringGenerator(refused).generate('q')).toEqual({ kind: 'abstention', reply: 'Not in here.' });
    const unread = generating(() => Promise.reject(new SqlwrightError('usage.invalid', 'The question is empty.', { hint: 'Ask something.' })));
    expect(await answeringGenerator(unread).generate('')).toEqual({ kind: 'abstention', reply: 'The question is empty.' });
  });

  it('passes on what stops everything', async () => {
    const stopped = generating(() => Promise.reject(new SqlwrightError('run.cancelled', 'Stopped.', { hint: 'Again.' })));
    await expect(answeringGenerator(stopped).generate('q')).rejects.toMatchObject({ code: 'run.cancelled' });
  });
});
