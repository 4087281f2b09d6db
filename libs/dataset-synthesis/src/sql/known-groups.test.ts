import { parseDdl } from '@sqlwright/schema';
import { chooseKnownGroups } from './known-groups.ts';

const schema = await parseDdl('CREATE TABLE customer (id integer PRIMARY KEY, source varchar(50), status varchar(9) NOT NULL, born date); CREATE TABLE address (id integer PRIMARY KEY, customer integer REFERENCES customer, city varchar(50));');

describe('chooseKnownGroups', () => {
  it.each([
    ['SELECT source FROM customer GROUP BY source ORDER BY COUNT(*) DESC LIMIT 3', 'SELECT source FROM customer WHERE source IS NOT NULL GROUP BY source ORDER BY COUNT(*) DESC LIMIT 3'],
    ["SELECT source FROM customer WHERE born > DATE '2000-01-01' GROUP BY source HAVING COUNT(*) > 5", "SELECT source FROM customer WHERE born > DATE '2000-01-01' AND source IS NOT NULL GROUP BY source HAVING COUNT(*) > 5"],
    [
      'SELECT a.city FROM customer c JOIN address a ON a.customer = c.id GROUP BY a.city ORDER BY COUNT(*) FETCH FIRST 1 ROW WITH TIES',
      'SELECT a.city FROM customer c JOIN address a ON a.customer = c.id WHERE a.city IS NOT NULL GROUP BY a.city ORDER BY COUNT(*) FETCH FIRST 1 ROW WITH TIES',
    ],
  ])('leaves the unknown out of %s', async (sql, expected) => {
    expect(await chooseKnownGroups(sql, schema)).toBe(expected);
  });

  it.each([
    ['shows all groups', 'SELECT source, COUNT(*) FROM customer GROUP BY source ORDER BY COUNT(*) DESC'],
    ['says which groups', "SELECT source FROM customer WHERE source IN ('Website', 'Fair') GROUP BY source HAVING COUNT(*) > 5"],
    ['asks for the unknown', 'SELECT source FROM customer WHERE source IS NULL GROUP BY source HAVING COUNT(*) > 5'],
    ['groups by what is never unknown', 'SELECT status FROM customer GROUP BY status LIMIT 1'],
    ['groups by several columns', 'SELECT source, status FROM customer GROUP BY source, status LIMIT 1'],
    ['joins conditions by OR', "SELECT source FROM customer WHERE status = 'a' OR born IS NULL GROUP BY source LIMIT 1"],
    ['groups by an expression', 'SELECT EXTRACT(YEAR FROM born) FROM customer GROUP BY EXTRACT(YEAR FROM born) LIMIT 1'],
  ])('leaves a statement that %s', async (_, sql) => {
    expect(await chooseKnownGroups(sql, schema)).toBe(sql);
  });
});
