import type { Outcome } from '../judgement/outcome.ts';
import { classifyError } from './classify-error.ts';
import type { ErrorClass } from './error-class.ts';

const gold = ["SELECT name FROM client JOIN purchase USING (client_id) WHERE city = 'Rome' AND amount > 10 ORDER BY name"];

describe('classifyError', () => {
  it.each<[ErrorClass, string]>([
    ['wrong-join', "SELECT name FROM client WHERE city = 'Rome' AND amount > 10 ORDER BY name"],
    ['wrong-join', "SELECT name FROM client LEFT JOIN purchase USING (client_id) WHERE city = 'Rome' AND amount > 10 ORDER BY name"],
    ['wrong-aggregate', "SELECT max(name) FROM client JOIN purchase USING (client_id) WHERE city = 'Rome' AND amount > 10 ORDER BY name"],
    ['wrong-literal', "SELECT name FROM client JOIN purchase USING (client_id) WHERE city = 'Oslo' AND amount > 10 ORDER BY name"],
    ['wrong-condition', "SELECT name FROM client JOIN purchase USING (client_id) WHERE city = 'Rome' AND amount >= 10 ORDER BY name"],
    ['wrong-condition', "SELECT name FROM client JOIN purchase USING (client_id) WHERE city = 'Rome' ORDER BY name"],
    ['wrong-grouping', "SELECT DISTINCT name FROM client JOIN purchase USING (client_id) WHERE city = 'Rome' AND amount > 10 ORDER BY name"],
    ['wrong-order', "SELECT name FROM client JOIN purchase USING (client_id) WHERE city = 'Rome' AND amount > 10 ORDER BY name DESC"],
    ['wrong-columns', "SELECT city FROM client JOIN purchase USING (client_id) WHERE city = 'Rome' AND amount > 10 ORDER BY name"],
    ['other', gold[0] ?? ''],
  ])('finds %s in rows that differ', async (expected, predicted) => expect(await classifyError({ outcome: 'wrong-rows', predicted, gold })).toBe(expected));

  it.each<[ErrorClass, Outcome, string]>([
    ['syntax', 'blocked', 'The text is not PostgreSQL: syntax error at or near "FORM".'],
    ['unknown-table', 'blocked', 'The table "orders" is not one that may be read.'],
    ['unknown-column', 'blocked', 'There is no column "age".'],
    ['refused-by-guard', 'blocked', 'The function pg_sleep may not be called.'],
    ['unknown-column', 'failed', 'The database refused the statement: column c.age does not exist (42703)'],
    ['run-time-error', 'failed', 'The database refused the statement: division by zero (22012)'],
    ['timeout', 'timeout', 'too long'],
    ['false-refusal', 'abstained', ''],
    ['answered-unanswerable', 'answered', ''],
    ['coincidence', 'coincidence', 'other rows'],
  ])('finds %s', async (expected, outcome, detail) => expect(await classifyError({ outcome, predicted: 'SELECT 1', gold, detail })).toBe(expected));
});
