import { openShop, shopQuestions, type Shop } from '../../test/shop.ts';
import type { ExecutionContext } from '../judgement/execute.ts';
import { judge } from '../judgement/judge.ts';
import { runGold } from '../judgement/run-gold.ts';
import type { EvaluationQuestion } from '../questions/evaluation-question.ts';
import { toRecord } from '../to-record.ts';
import { TestSuite, type PreparedQuestion } from './test-suite.ts';

describe('a test suite of generated databases', () => {
  let shop: Shop;
  let context: ExecutionContext;
  let suite: TestSuite;
  const prepared = new Map<string, PreparedQuestion>();

  beforeAll(async () => {
    shop = await openShop();
    context = { schema: shop.schema, database: shop.database, limits: { maxRows: 5000, seconds: 5 } };
    suite = new TestSuite(context, shop.instances);
    for (const question of shopQuestions) prepared.set(question.id, { question, gold: await runGold(question, context) });
  }, 300_000);
  afterAll(() => shop.close());

  const outcomeOf = async (id: string, predicted: string): Promise<string> => {
    const question = prepared.get(id)!;
    const judgement = await judge(predicted, question.gold, context);
    return (await toRecord({ prepared: question, predicted, judgement, confidence: null, reply: predicted, seconds: 0 }, suite, undefined)).outcome;
  };

  // Outcome `not right` stands for wrong-rows or coincidence: which of the two depends on the made-up rows.
  it.each<[id: string, what: string, sql: string, expected: 'exact' | 'subset' | 'not right']>([
    ['cities', 'a missing DISTINCT', 'SELECT city FROM client WHERE city IS NOT NULL', 'not right'],
    ['cities', 'a NULL among the values', 'SELECT DISTINCT city FROM client', 'not right'],
    ['cities', 'another form of the same', 'SELECT c.city FROM client c WHERE c.city IS NOT NULL GROUP BY 1', 'exact'],
    ['rome', 'another spelling of the value', "SELECT name FROM client WHERE city = 'rome'", 'not right'],
    ['rome', 'a neighbouring value', "SELECT name FROM client WHERE city = 'Oslo'", 'not right'],
    ['rome', 'the negation', "SELECT name FROM client WHERE city <> 'Rome'", 'not right'],
    ['rome', 'further columns', "SELECT name, joined, vip FROM client WHERE city = 'Rome'", 'subset'],
    ['rome', 'columns in another order and under other names', "SELECT name AS a, client_id AS b FROM client WHERE city = 'Rome'", 'exact'],
    ['per-city', 'the order turned round', 'SELECT city, COUNT(*) AS n FROM client WHERE city IS NOT NULL GROUP BY city ORDER BY n, city', 'not right'],
    ['per-city', 'rows tying in the count in another order', 'SELECT city, COUNT(*) AS n FROM client WHERE city IS NOT NULL GROUP BY city ORDER BY n DESC, city DESC', 'exact'],
    ['per-city', 'an order by name', 'SELECT city, COUNT(*) AS n FROM client WHERE city IS NOT NULL GROUP BY city ORDER BY city', 'not right'],
    ['per-city', 'a limit that nobody asked for', 'SELECT city, COUNT(*) AS n FROM client WHERE city IS NOT NULL GROUP BY city ORDER BY n DESC, city LIMIT 3', 'not right'],
    ['average', 'a rounding to two decimals', "SELECT ROUND(AVG(amount), 2) AS mean FROM purchase WHERE status = 'paid'", 'exact'],
    ['average', 'a rounding to a whole number', "SELECT ROUND(AVG(amount)) FROM purchase WHERE status = 'paid'", 'not right'],
    ['average', 'a dropped condition', 'SELECT AVG(amount) FROM purchase', 'not right'],
    ['average', 'a mean that takes NULL as zero', "SELECT SUM(amount) / COUNT(*) FROM purchase WHERE status = 'paid'", 'not right'],
    ['average', 'the total', "SELECT SUM(amount) FROM purchase WHERE status = 'paid'", 'not right'],
    ['no-purchase', 'the clients who did buy', 'SELECT name FROM client c WHERE EXISTS (SELECT 1 FROM purchase p WHERE p.client_id = c.client_id)', 'not right'],
    ['no-purchase', 'an anti-join', 'SELECT name FROM client c LEFT JOIN purchase p ON p.client_id = c.client_id WHERE p.purchase_id IS NULL', 'exact'],
    ['since', 'the day itself left out', "SELECT name FROM client WHERE joined > '2024-01-01'", 'not right'],
    ['since', 'the year after', "SELECT name FROM client WHERE joined > '2024-12-31'", 'not right'],
    ['since', 'the day as a timestamp', "SELECT name FROM client WHERE joined >= TIMESTAMP '2024-01-01 00:00:00'", 'exact'],
    ['big', 'the limit taken in', 'SELECT purchase_id, amount FROM purchase WHERE amount >= 100', 'not right'],
    ['big', 'the key of another table', 'SELECT client_id, amount FROM purchase WHERE amount > 100', 'not right'],
    ['newest', 'one of several that tie', 'SELECT name FROM client WHERE joined IS NOT NULL ORDER BY joined DESC LIMIT 1', 'not right'],
    ['newest', 'NULL sorted first', 'SELECT name FROM client ORDER BY joined DESC LIMIT 1', 'not right'],
    ['spenders', 'a client once for each purchase', "SELECT name, client_id FROM client JOIN purchase USING (client_id) WHERE status = 'open'", 'not right'],
    ['spenders', 'two states instead of one', "SELECT DISTINCT name, client_id FROM client JOIN purchase USING (client_id) WHERE status IN ('open', 'void')", 'not right'],
    ['all-counts', 'a join that drops those without', 'SELECT c.client_id, COUNT(*) FROM client c JOIN purchase p ON p.client_id = c.client_id GROUP BY c.client_id', 'not right'],
    ['all-counts', 'one counted for those without', 'SELECT c.client_id, COUNT(*) FROM client c LEFT JOIN purchase p ON p.client_id = c.client_id GROUP BY c.client_id', 'not right'],
    ['all-counts', 'a count of different clients', 'SELECT c.client_id, COUNT(DISTINCT p.client_id) FROM client c LEFT JOIN purchase p ON p.client_id = c.client_id GROUP BY c.client_id', 'not right'],
    ['vip-rome', 'OR for AND', "SELECT COUNT(*) FROM client WHERE vip OR city = 'Rome'", 'not right'],
    ['vip-rome', 'a count of cities', "SELECT COUNT(DISTINCT city) FROM client WHERE vip AND city = 'Rome'", 'not right'],
    ['vip-rome', 'a constant that is right on the first database', 'CONSTANT', 'not right'],
    ['last-placed', 'the day of the moment', 'SELECT MAX(placed)::date FROM purchase', 'not right'],
    ['last-placed', 'the first instead of the last', 'SELECT MIN(placed) FROM purchase', 'not right'],
    ['last-placed', 'the same moment with its zone', "SELECT MAX(placed) AT TIME ZONE 'UTC' FROM purchase", 'exact'],
    ['atlantis', 'nothing where nothing is right', 'SELECT name FROM client WHERE false', 'not right'],
    ['atlantis', 'the gold itself', "select name from client where city = 'Atlantis'  ", 'not right'],
  ])('%s: judges %s', async (id, _, sql, expected) => {
    const constant = prepared.get(id)!.gold[0]?.result.rows[0]?.[0];
    const outcome = await outcomeOf(id, sql === 'CONSTANT' ? `SELECT ${String(constant)}` : sql);
    expect(['exact', 'subset'].includes(outcome) ? outcome : 'not right').toBe(id === 'atlantis' && sql.startsWith('select') ? 'exact' : expected);
  });

  it('gives gold against gold, and every accepted alternative, 100 %', async () => {
    for (const { id, gold } of shopQuestions) for (const sql of gold ?? []) expect([id, await outcomeOf(id, sql)]).toEqual([id, 'exact']);
  });

  it('gives shuffled predictions and an empty query nothing', async () => {
    for (const [index, { id }] of shopQuestions.entries()) {
      const other: EvaluationQuestion = shopQuestions[(index + 5) % shopQuestions.length]!;
      expect(['exact', 'subset']).not.toContain(await outcomeOf(id, other.gold![0]!));
      expect(['exact', 'subset']).not.toContain(await outcomeOf(id, 'SELECT name FROM client WHERE false'));
    }
  });

  it('tells most near misses apart, more than the first database alone', async () => {
    const score = async (one: TestSuite): Promise<{ mutants: number; killed: number }> => {
      const scored = [];
      for (const question of prepared.values()) if (question.question.id !== 'atlantis') scored.push(await one.scoreMutants(question, 20));
      return { mutants: scored.reduce((sum, { mutants }) => sum + mutants, 0), killed: scored.reduce((sum, { killed }) => sum + killed, 0) };
    };
    const [whole, alone] = [await score(suite), await score(new TestSuite(context, []))];
    expect(whole.mutants).toBeGreaterThan(50);
    expect(whole.killed / whole.mutants).toBeGreaterThan(0.85);
    expect(whole.killed).toBeGreaterThan(alone.killed);
  }, 300_000);
});
