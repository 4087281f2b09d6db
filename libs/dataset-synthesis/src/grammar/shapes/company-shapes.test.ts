import { parseDdl } from '@sqlwright/schema';
import { fillPlan } from '../fill-plan.ts';
import { buildLexicon } from '../lexicon.ts';
import { createRandom } from '../random.ts';
import { registers, unmark } from '../style/speaker.ts';
import { bestOfEach, figuresAcross, havingFigure, topAverages } from './child-figures.ts';
import { counts } from './counts.ts';
import { groupTops } from './group-tops.ts';
import { linePartners } from './line-partners.ts';
import { lineTotals } from './line-totals.ts';
import { linked } from './links.ts';
import { lists } from './lists.ts';
import type { Shape } from './shape.ts';
import { superiors } from './superiors.ts';

const schema = await parseDdl(`
  CREATE TABLE department (id int PRIMARY KEY, name text NOT NULL, location text CHECK (location IN ('Berlin', 'Munich', 'Hamburg')));
  CREATE TABLE employee (id int PRIMARY KEY, full_name text NOT NULL, department_id int REFERENCES department, manager_id int REFERENCES employee, salary numeric, birth_date date, left_on date);
  CREATE TABLE skill (id int PRIMARY KEY, name text NOT NULL);
  CREATE TABLE employee_skill (employee_id int NOT NULL REFERENCES employee, skill_id int NOT NULL REFERENCES skill, level int, PRIMARY KEY (employee_id, skill_id));
  CREATE TABLE leave_request (id int PRIMARY KEY, employee_id int NOT NULL REFERENCES employee, first_day date NOT NULL, last_day date NOT NULL, approved boolean);
  CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL);
  CREATE TABLE product (id int PRIMARY KEY, sku text NOT NULL, name text NOT NULL, is_active boolean NOT NULL);
  CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customer, ordered_at timestamp NOT NULL);
  CREATE TABLE order_item (id int PRIMARY KEY, order_id int NOT NULL REFERENCES orders, product_id int NOT NULL REFERENCES product, quantity int NOT NULL, unit_price numeric NOT NULL);`);

function write(shape: Shape, samples = 300): { sql: string; asked: string }[] {
  const [random, lexicon] = [createRandom(3), buildLexicon(schema, {})];
  return fillPlan({ random, lexicon, today: '2026-11-22', usage: new Map() }, [shape], samples, ({ sql, ask }) => {
    const asks = registers.map((register) => ask({ register, random }));
    return { sql, asked: unmark(asks.flatMap(({ what = [], question = [], clause = [], short = [] }) => [...what, ...question, ...clause, ...short]).join('\n')) };
  });
}

function askedFor(samples: readonly { sql: string; asked: string }[], pattern: RegExp): string {
  return samples.filter(({ sql }) => pattern.test(sql)).map(({ asked }) => asked).join('\n');
}

describe('shapes of what a company asks', () => {
  it('see through a table that joins two and says something of the pair', () => {
    expect(askedFor(write(linked), /^SELECT full_name FROM employee WHERE id IN \(SELECT employee_id FROM employee_skill WHERE skill_id IN \(SELECT id FROM skill WHERE name ILIKE /)).toMatch(/Who (knows|has experience with) /);
    const all = write(counts, 3000);
    expect(askedFor(all, /FROM employee WHERE id IN \(SELECT employee_id FROM employee_skill .* AND id IN \(SELECT employee_id FROM employee_skill /)).toMatch(/both .* and /);
    expect(askedFor(all, /FROM employee e WHERE NOT EXISTS \(SELECT 1 FROM employee_skill es WHERE es\.employee_id = e\.id\)/)).toMatch(/employees .*(without|no|not) .*skills?/);
  });

  it('know who is whose superior', () => {
    const samples = write(superiors, 60);
    expect(askedFor(samples, /^SELECT e\.full_name, e2\.full_name FROM employee e JOIN employee e2 ON e2\.id = e\.manager_id$/)).toMatch(/with their manager/);
    expect(askedFor(samples, /HAVING COUNT\(\*\) > \d+\)$/)).toMatch(/managers with more than \d+ (direct reports|subordinates|reports)/);
    expect(askedFor(samples, /WHERE e\.salary > e2\.salary$/)).toMatch(/earn more than their manager\?/);
  });

  it('compare figures of parents and of groups', () => {
    expect(askedFor(write(havingFigure), /^SELECT d\.name FROM department d JOIN employee e ON e\.department_id = d\.id GROUP BY d\.id, d\.name HAVING AVG\(e\.salary\) > \d+$/)).toMatch(/departments with an? (average|mean|avg) salary/);
    expect(askedFor(write(topAverages, 60), /ORDER BY AVG\(e\.salary\) DESC NULLS LAST FETCH FIRST 1 ROW WITH TIES$/)).toMatch(/department with the highest (average|mean|avg) salary/);
    expect(askedFor(write(figuresAcross, 60), /^SELECT d\.location, AVG\(e\.salary\) FROM department d JOIN employee e /)).toMatch(/salary .*(per|by|for each) (department )?location/);
    expect(askedFor(write(bestOfEach, 30), /WHERE \(e\.department_id, e\.salary\) IN \(SELECT department_id, MAX\(salary\) FROM employee GROUP BY department_id\)$/)).toMatch(/highest salary of each department/);
    expect(write(groupTops).every(({ sql }) => / (HAVING|ORDER BY) (AVG|SUM)/.test(sql))).toBe(true);
  });

  it('add up what the lines of orders come to, and name who bought what', () => {
    const totals = write(lineTotals, 60);
    expect(askedFor(totals, /^SELECT SUM\(quantity \* unit_price\) FROM order_item$/)).toMatch(/revenue|turnover|sales/);
    expect(askedFor(totals, /^SELECT SUM\(quantity \* unit_price\) FROM order_item WHERE order_id = \d+$/)).toMatch(/total/);
    const partners = write(linePartners, 60);
    expect(askedFor(partners, /^SELECT name FROM customer WHERE id IN \(SELECT customer_id FROM orders WHERE id IN \(SELECT order_id FROM order_item WHERE product_id IN /)).toMatch(/Who (ordered|bought) /);
    expect(askedFor(partners, /^SELECT name FROM product WHERE id IN \(SELECT product_id FROM order_item WHERE order_id IN /)).toMatch(/What did .* (order|buy)\?/);
  });

  it('say every condition at least once, in the words that people use', () => {
    const samples = write(lists, 2500);
    expect(askedFor(samples, /^SELECT full_name FROM employee WHERE left_on IS NULL$/)).toMatch(/current employees|still here/);
    expect(askedFor(samples, /^SELECT full_name FROM employee WHERE EXTRACT\(MONTH FROM birth_date\) = EXTRACT\(MONTH FROM CURRENT_DATE\)$/)).toMatch(/birthday this month/);
    expect(askedFor(samples, /^SELECT \* FROM leave_request WHERE approved IS NULL$/)).toMatch(/waiting for approval/);
    expect(askedFor(samples, /^SELECT \* FROM leave_request WHERE first_day <= CURRENT_DATE AND last_day >= CURRENT_DATE$/)).toMatch(/current|ongoing/);
    expect(askedFor(samples, /^SELECT c\.name FROM customer c WHERE NOT EXISTS \(SELECT 1 FROM orders o WHERE o\.customer_id = c\.id AND o\.ordered_at >= CURRENT_DATE - INTERVAL '1 year'\)$/)).toMatch(/for (more than|over) a year|in the last year/);
  });
});
