import { parseDdl } from '@sqlwright/schema';
import { buildLexicon } from '../../grammar/lexicon.ts';
import { createRandom } from '../../grammar/random.ts';
import type { Phrase } from '../phrase.ts';
import { askOfThings } from './ask-of-things.ts';

const ddl = `
CREATE TABLE invoice (invoice_id integer PRIMARY KEY, status text NOT NULL, reference text, issued_on date NOT NULL);
CREATE TABLE visit (visit_id integer PRIMARY KEY, note text, starts_at timestamp);`;

describe('askOfThings', () => {
  const ask = async (phrase: Phrase) => askOfThings(createRandom(1), [phrase], buildLexicon(await parseDdl(ddl), { 'invoice.status': ['open', 'paid'] }), 10).map(({ sql, questions }) => ({ sql, question: questions[0] }));

  it('says what happened to the things, and passes those over to which nothing was done', async () => {
    expect(await ask({ questions: ['How many {things} were {done} in 2024?'], sql: 'SELECT COUNT(*) FROM {things} WHERE EXTRACT(YEAR FROM {moment}) = 2024' })).toEqual([
      { sql: 'SELECT COUNT(*) FROM invoice WHERE EXTRACT(YEAR FROM issued_on) = 2024', question: expect.stringMatching(/^How many (invoices|bills) were issued in 2024\?$/) as string },
    ]);
  });

  it('takes a category and another column, with their plurals', async () => {
    expect(await ask({ questions: ['Which {categories} have a {thing} without a {column}?'], sql: 'SELECT DISTINCT {category} FROM {things} WHERE {column} IS NULL' })).toEqual([
      { sql: 'SELECT DISTINCT status FROM invoice WHERE reference IS NULL', question: expect.stringMatching(/^Which statuses have an? (invoice|bill) without a reference\?$/) as string },
    ]);
  });

  it('does not ask for what is never missing', async () => {
    expect(await ask({ questions: ['{things} without a {category}'], sql: 'SELECT * FROM {things} WHERE {category} IS NULL' })).toEqual([]);
  });
});
