import { parseDdl, type DatabaseSchema } from '@sqlwright/schema';
import { mutateSql } from './mutate-sql.ts';

describe('mutateSql', () => {
  let schema: DatabaseSchema;
  beforeAll(async () => {
    schema = await parseDdl('CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10), b VARCHAR(20), n INT, d DATE);');
  });
  const mutantsOf = async (sql: string): Promise<string[]> => (await mutateSql(sql, schema, 100)).map((mutant) => mutant.sql);

  it.each([
    ['a comparison', "SELECT n FROM t WHERE d < '2024-01-01'", "SELECT n FROM t WHERE d <= '2024-01-01'"],
    ['a date', "SELECT n FROM t WHERE d < '2024-01-01'", "SELECT n FROM t WHERE d < '2024-02-01'"],
    ['a pattern', "SELECT n FROM t WHERE a ILIKE '%x%'", "SELECT n FROM t WHERE a ILIKE 'x%'"],
    ['a dropped condition', "SELECT n FROM t WHERE n = 2 AND b IS NULL", 'SELECT n FROM t WHERE b IS NULL'],
    ['OR for AND', "SELECT n FROM t WHERE n = 2 AND b IS NULL", 'SELECT n FROM t WHERE n = 2 OR b IS NULL'],
    ['a negation', 'SELECT n FROM t WHERE b IS NULL', 'SELECT n FROM t WHERE b IS NOT NULL'],
    ['an aggregate', 'SELECT max(n) FROM t', 'SELECT min(n) FROM t'],
    ['DISTINCT in an aggregate', 'SELECT count(DISTINCT a) FROM t', 'SELECT count(a) FROM t'],
    ['a join', 'SELECT 1 FROM t x LEFT JOIN t y ON x.id = y.n', 'SELECT 1 FROM t AS x JOIN t AS y ON x.id = y.n'],
    ['an order', 'SELECT n FROM t ORDER BY n DESC', 'SELECT n FROM t ORDER BY n'],
    ['a limit', 'SELECT n FROM t ORDER BY n LIMIT 5', 'SELECT n FROM t ORDER BY n LIMIT 4'],
    ['a neighbouring column', 'SELECT a FROM t', 'SELECT b FROM t'],
    ['a set operation', 'SELECT a FROM t UNION SELECT b FROM t', 'SELECT a FROM t UNION ALL SELECT b FROM t'],
  ])('changes %s', async (_, sql, mutant) => expect(await mutantsOf(sql)).toContain(mutant));

  it('leaves alone what has no meaning', async () => {
    expect(await mutantsOf('SELECT n FROM t WHERE EXISTS (SELECT 1)')).not.toContain('SELECT n FROM t WHERE EXISTS (SELECT 2)');
    expect(await mutantsOf('no SQL')).toEqual([]);
  });

  it('takes the kinds in turn where there are too many', async () => {
    const mutants = await mutateSql("SELECT max(n), min(n) FROM t WHERE a = 'x' AND b = 'y' AND n > 3 GROUP BY a ORDER BY 1 LIMIT 4", schema, 6);
    expect(mutants).toHaveLength(6);
    expect(new Set(mutants.map(({ kind }) => kind)).size).toBeGreaterThan(4);
  });
});
