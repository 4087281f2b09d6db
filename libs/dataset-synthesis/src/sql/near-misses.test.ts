import { nearMisses } from './near-misses.ts';

const changesOf = async (sql: string): Promise<[string, string][]> => (await nearMisses(sql)).map(({ change, sql: text }) => [change, text]);

describe('nearMisses', () => {
  it('changes one thing at a time', async () => {
    expect(await changesOf("SELECT AVG(x) FROM t WHERE y > 3 AND z BETWEEN 1 AND 2 AND w IS NULL")).toEqual([
      ['a condition dropped', 'SELECT AVG(x) FROM t WHERE z BETWEEN 1 AND 2 AND w IS NULL'],
      ['a condition dropped', 'SELECT AVG(x) FROM t WHERE y > 3 AND w IS NULL'],
      ['a condition dropped', 'SELECT AVG(x) FROM t WHERE y > 3 AND z BETWEEN 1 AND 2'],
      ['AVG to MAX', 'SELECT MAX(x) FROM t WHERE y > 3 AND z BETWEEN 1 AND 2 AND w IS NULL'],
      ['> to >=', 'SELECT AVG(x) FROM t WHERE y >= 3 AND z BETWEEN 1 AND 2 AND w IS NULL'],
      ['another number', 'SELECT AVG(x) FROM t WHERE y > 4 AND z BETWEEN 1 AND 2 AND w IS NULL'],
      ['another number', 'SELECT AVG(x) FROM t WHERE y > 3 AND z BETWEEN 2 AND 2 AND w IS NULL'],
      ['another number', 'SELECT AVG(x) FROM t WHERE y > 3 AND z BETWEEN 1 AND 3 AND w IS NULL'],
      ['IS NULL to IS NOT NULL', 'SELECT AVG(x) FROM t WHERE y > 3 AND z BETWEEN 1 AND 2 AND w IS NOT NULL'],
    ]);
  });

  it('takes a join and its order another way, but leaves its condition', async () => {
    expect(await changesOf('SELECT c.n, COUNT(*) FROM c LEFT JOIN a ON a.k = c.k GROUP BY c.n ORDER BY COUNT(*) DESC LIMIT 3')).toEqual([
      ['LEFT JOIN to JOIN', 'SELECT c.n, COUNT(*) FROM c JOIN a ON a.k = c.k GROUP BY c.n ORDER BY COUNT(*) DESC LIMIT 3'],
      ['no DESC', 'SELECT c.n, COUNT(*) FROM c LEFT JOIN a ON a.k = c.k GROUP BY c.n ORDER BY COUNT(*) LIMIT 3'],
      ['another number', 'SELECT c.n, COUNT(*) FROM c LEFT JOIN a ON a.k = c.k GROUP BY c.n ORDER BY COUNT(*) DESC LIMIT 4'],
    ]);
  });

  it('takes another set operation', async () => {
    expect(await changesOf('SELECT x FROM a EXCEPT SELECT y FROM b')).toEqual([['EXCEPT to INTERSECT', 'SELECT x FROM a INTERSECT SELECT y FROM b']]);
    expect((await changesOf('SELECT x FROM a WHERE z INTERSECT SELECT y FROM b WHERE w')).map(([change]) => change)).toEqual(['a condition dropped', 'INTERSECT to UNION']);
  });

  it('has none of what says one thing alone', async () => {
    expect(await nearMisses('SELECT COUNT(*) FROM customer')).toEqual([]);
  });
});
