import { parseDdl } from '@sqlwright/schema';
import { isKeptCheck, keepsOrder } from './check-constraint.ts';

const checksOf = async (ddl: string) => (await parseDdl(`CREATE TABLE t (a int, b int, x text, d date, ${ddl});`)).tables[0]!;

describe('isKeptCheck', () => {
  it.each(["CHECK (a > 0)", 'CHECK (a BETWEEN 0 AND 10)', "CHECK (x IN ('p', 'it''s'))", "CHECK (x IS NULL OR x IN ('p', 'q'))", 'CHECK (a >= 1 AND a <= 5)', 'CHECK (b >= a)', 'CHECK (a <> b)', 'CHECK (b IS NULL OR b > a)', "CHECK (x::text = ANY (ARRAY['p'::text, 'q'::text]))"])('knows that made-up rows keep %s', async (check) => {
    expect((await checksOf(check)).checks.map(isKeptCheck)).toEqual([true]);
  });

  it.each(["CHECK (x ~ '^[A-Z]{3}$')", 'CHECK (length(x) = 5)', 'CHECK ((a IS NULL) <> (b IS NULL))', "CHECK (x <> 'p' OR a > 3)", 'CHECK (a % 2 = 0)', 'CHECK (d <= CURRENT_DATE)', 'CHECK (a + b < 100)', 'CHECK (a > 0 AND b > 0)'])('does not know it of %s', async (check) => {
    expect((await checksOf(check)).checks.map(isKeptCheck)).toEqual([false]);
  });
});

describe('keepsOrder', () => {
  it('compares what a check compares, NULL aside', async () => {
    const table = await checksOf('CHECK (a <> b)');
    expect([keepsOrder(table, { a: 1, b: 1 }), keepsOrder(table, { a: 1, b: 2 }), keepsOrder(table, { a: 1, b: null })]).toEqual([false, true, true]);
  });
});
