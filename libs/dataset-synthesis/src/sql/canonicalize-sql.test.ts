import { canonicalizeSql } from './canonicalize-sql.ts';
import { commonAliases } from './table-aliases.ts';

const none = new Map<string, string>();

describe('canonicalizeSql', () => {
  it.each([
    ['select Full_Name,count( * )from customer\n  where  city!=\'São  Paulo\'', "SELECT full_name, COUNT(*) FROM customer WHERE city <> 'São  Paulo'"],
    ['select source, extract(dow from created_date) as year from customer order by year asc', 'SELECT source, EXTRACT(DOW FROM created_date) AS year FROM customer ORDER BY year'],
    ["SELECT date_trunc('month', x)::DATE FROM t WHERE x>=date '2024-01-01' and y<-1", "SELECT DATE_TRUNC('month', x)::date FROM t WHERE x >= DATE '2024-01-01' AND y < -1"],
    ['SELECT "Full Name" FROM customer -- the name\nWHERE "Active" = true', 'SELECT "Full Name" FROM customer WHERE "Active"'],
    ['SELECT 1 FROM address a WHERE a.is_primary = FALSE AND a.city IS NOT NULL', 'SELECT 1 FROM address a WHERE NOT a.is_primary AND a.city IS NOT NULL'],
    [
      'SELECT c.name FROM customer AS c INNER JOIN address a ON c.id = a.id AND a.city = \'Rome\' LEFT OUTER JOIN contact ct ON ct.id = c.id',
      "SELECT c.name FROM customer c JOIN address a ON a.id = c.id AND a.city = 'Rome' LEFT JOIN contact ct ON ct.id = c.id",
    ],
    ['SELECT name FROM customer c WHERE NOT EXISTS (SELECT 1 FROM address a WHERE c.id = a.id)', 'SELECT name FROM customer c WHERE NOT EXISTS (SELECT 1 FROM address a WHERE a.id = c.id)'],
    ["SELECT name FROM customer WHERE id IN (1, 2) AND born > (CURRENT_DATE - INTERVAL '1 year')", "SELECT name FROM customer WHERE id IN (1, 2) AND born > (CURRENT_DATE - INTERVAL '1 year')"],
  ])('%s', async (sql, expected) => {
    expect(await canonicalizeSql(sql, none)).toBe(expected);
    expect(await canonicalizeSql(expected, none)).toBe(expected);
  });

  it('gives a table the alias that most statements give it', async () => {
    const aliases = await commonAliases(['SELECT c.x FROM customer c', 'SELECT c.y FROM customer c JOIN address a ON a.k = c.k', 'SELECT cu.x FROM customer cu', 'no sql']);
    expect([...aliases]).toEqual([['customer', 'c'], ['address', 'a']]);
    expect(await canonicalizeSql('SELECT cust.*, addr.city FROM customer AS cust JOIN address AS addr ON cust.k = addr.k', aliases)).toBe('SELECT c.*, a.city FROM customer c JOIN address a ON a.k = c.k');
    expect(await canonicalizeSql('SELECT c.x FROM address c JOIN customer a ON a.k = c.k', aliases)).toBe('SELECT a.x FROM address a JOIN customer c ON c.k = a.k');
  });

  it.each([
    ['a table that meets itself', 'SELECT x.k FROM customer x JOIN customer y ON y.k = x.k'],
    ['an alias that is taken by something else', 'SELECT x.k, c.n FROM customer x JOIN (SELECT k, 1 AS n FROM address) c ON c.k = x.k'],
  ])('leaves the aliases of %s', async (_, sql) => {
    expect(await canonicalizeSql(sql, new Map([['customer', 'c']]))).toBe(sql);
  });
});
