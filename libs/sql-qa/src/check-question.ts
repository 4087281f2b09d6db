import { SqlwrightError } from '@sqlwright/errors';

const longest = 2000;

/** The question without blanks around it. @throws SqlwrightError usage.invalid */
export function checkQuestion(written: string): string {
  const question = written.trim();
  if (question === '') throw new SqlwrightError('usage.invalid', 'The question is empty.', { hint: 'Ask something, such as: How many customers are there?' });
  if (question.length > longest) {
    throw new SqlwrightError('usage.invalid', `The question has ${question.length} characters; at most ${longest} are read.`, { hint: 'Ask in fewer words.' });
  }
  return question;
}
