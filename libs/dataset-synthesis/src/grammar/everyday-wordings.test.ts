import { parseDdl } from '@sqlwright/schema';
import { synthesizeByGrammar } from './synthesize-by-grammar.ts';

const schema = await parseDdl(`
  CREATE TABLE branch (id int PRIMARY KEY, name text NOT NULL, city text, opened_on date NOT NULL);
  CREATE TABLE employee (id int PRIMARY KEY, full_name text NOT NULL, job_title text NOT NULL, hired_on date NOT NULL, salary numeric NOT NULL, branch_id int NOT NULL REFERENCES branch (id), manager_id int REFERENCES employee (id));
  CREATE TABLE customer (id int PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, email text, country text, signed_up_on date NOT NULL);
  CREATE TABLE purchase (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customer (id), amount numeric NOT NULL, bought_on date NOT NULL, paid_on date);`);
const domains = { 'employee.job_title': ['Cashier', 'Driver', 'Accountant'], 'customer.country': ['Spain', 'Germany', 'France'] };
const samples = synthesizeByGrammar({ schema, domains, samples: 7000, randomSeed: 3, abstention: 'none', today: '2026-11-30' });

/** The questions whose words fit, each with its statement. */
function asked(words: RegExp): { question: string; sql: string }[] {
  return samples.flatMap(({ questions, sql }) => questions.filter((question) => words.test(question.toLowerCase())).map((question) => ({ question, sql })));
}

describe('what people say instead of the words of the schema', () => {
  it.each([
    ['those who are drivers', /\bdrivers\b/, /job_title|IN \(SELECT/],
    ['Spanish customers', /\bspanish (customers|clients|buyers|people)/, /country = 'Spain'/],
    ['purchases above a sum', /^(all |show |list |which )?purchases (above|over) \d+(?!.*\bago\b)/, /amount > \d/],
    ['what somebody never gave', /gave us no e-?mail/, /email IS NULL/],
    ['what is lacking', /lacking an e-?mail/, /email IS NULL/],
    ['who reports to nobody', /report to (anybody|anyone|nobody|no one)/, /manager_id IS NULL|NOT EXISTS|manager_id IN/],
    ['the boss of somebody', /\b(their|whose) boss\b|\bboss of\b/, /manager_id|NOT EXISTS/],
    ['where somebody works', /work(ing)? (at|in|for) /, /branch_id/],
    ['the newest', /newest (customer|client|buyer)\b/, /signed_up_on/],
    ['money spent', /how much (money )?(did we spend|have we paid|was spent)/, /SUM\(/],
    ['what is unpaid', /\bunpaid\b/, /paid_on IS NULL/],
    ['two kinds side by side', /(cashiers|drivers|accountants) (vs\.?|versus|compared) /, /job_title IN/],
    ['several of a name', /same (first and last )?name/, /HAVING COUNT\(\*\) > 1|IN \(SELECT/],
  ])('%s', (_, words, sql) => {
    const found = asked(words).filter((sample) => sample.sql !== 'none');
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((sample) => !sql.test(sample.sql))).toEqual([]);
  });

  it('why somebody asks changes nothing', () => {
    const withReason = asked(/annual report|a journalist is asking|make a poster/);
    expect(withReason.length).toBeGreaterThan(3);
    expect(withReason.some(({ sql }) => sql !== 'none')).toBe(true);
  });
});
