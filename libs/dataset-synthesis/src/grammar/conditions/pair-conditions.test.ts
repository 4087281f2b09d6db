import { parseDdl } from '@sqlwright/schema';
import { synthesizeByGrammar } from '../synthesize-by-grammar.ts';

const schema = await parseDdl(`
  CREATE TABLE product (id int PRIMARY KEY, name text NOT NULL, stock_quantity int NOT NULL, reorder_level int NOT NULL);
  CREATE TABLE project (id int PRIMARY KEY, name text NOT NULL, budget numeric NOT NULL, spent numeric NOT NULL);`);
const samples = synthesizeByGrammar({ schema, domains: {}, samples: 1500, randomSeed: 5, abstention: 'none', today: '2026-11-30' });

describe('pairConditions', () => {
  it.each([
    ['what runs low', /products? (that )?(are )?(running low|low on stock|below the reorder level)/, /stock_quantity < (p\.)?reorder_level/],
    ['what costs more than planned', /projects? (that (went|are) )?over budget/, /spent > (\w+\.)?budget/],
    ['what keeps to the plan', /projects? (that are )?(within|under) budget/, /spent < (\w+\.)?budget/],
  ])('%s', (_, words, sql) => {
    const found = samples.filter(({ questions }) => questions.some((question) => words.test(question.toLowerCase())));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((sample) => sample.sql !== 'none' && !sql.test(sample.sql))).toEqual([]);
  });
});
