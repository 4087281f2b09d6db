import { parseTeacherReply } from './parse-teacher-reply.ts';

it('takes what is a sample, passes over wrappers and says what is wrong with the rest', () => {
  const reply = [
    '```json',
    '[',
    '{"questions":["How many?","count"," Count them, please. "],"tables":["customer"],"sql":" SELECT COUNT(*) FROM customer "},',
    'Here are more samples:',
    '{"questions":[],"tables":["customer"],"sql":"SELECT 1"}',
    '{"questions":["Forecast?"],"sql":"I don\'t know"}',
    '{"questions":["cut off","cut',
  ].join('\n');
  const { samples, rejects } = parseTeacherReply(reply, { id: '04', topic: 'totals' });
  expect(samples).toEqual([
    { id: '04-003', topic: 'totals', questions: ['How many?', 'count', 'Count them, please.'], tables: ['customer'], sql: 'SELECT COUNT(*) FROM customer' },
    { id: '04-006', topic: 'totals', questions: ['Forecast?'], tables: [], sql: "I don't know" },
  ]);
  expect(rejects.map(({ id, reason, detail }) => [id, reason, detail.slice(0, 16)])).toEqual([
    ['04-004', 'malformed-line', 'not JSON: Here a'],
    ['04-005', 'malformed-line', 'not a sample (qu'],
    ['04-007', 'malformed-line', 'not JSON: {"ques'],
  ]);
});
