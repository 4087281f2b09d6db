import type { QueryResult } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { parseDdl, type DatabaseSchema } from '@sqlwright/schema';
import type { SqlGenerationOptions, SqlGenerator } from '@sqlwright/sql-generation';
import type { Answerer } from './answer.ts';
import { createAnswerer } from './create-answerer.ts';

const refusal = 'I can only tell about our guests.';
/** What the database gives; all else fails. */
const results: Readonly<Record<string, QueryResult['rows']>> = {
  'SELECT guest_id FROM guest': [[1], [2], [3]],
  'SELECT guest_id AS id FROM guest ORDER BY guest_id DESC': [['3'], ['2'], ['1']],
  'SELECT 3': [[3]],
  'SELECT 3.0': [['3.0']],
  'SELECT 1': [[1]],
  'SELECT 2': [[2]],
};

let schema: DatabaseSchema;
beforeAll(async () => {
  schema = await parseDdl('CREATE TABLE guest (guest_id int PRIMARY KEY, full_name text)');
});

/** An answerer whose model writes these statements one after the other; null is a refusal. */
function open(written: readonly (string | null)[], votes: number): { answerer: Answerer; asked: SqlGenerationOptions[]; read: string[] } {
  const [asked, read]: [SqlGenerationOptions[], string[]] = [[], []];
  const generator: SqlGenerator = {
    generate: async (_question, settings = {}) => {
      const sql = written[asked.push(settings) - 1] ?? null;
      return sql === null ? { kind: 'abstention', reply: '' } : { kind: 'sql', sql, reply: sql, groundings: [] };
    },
  };
  const database = {
    read: async (sql: string): Promise<QueryResult> => {
      read.push(sql);
      const rows = results[sql];
      if (rows === undefined) throw new SqlwrightError('database.query-failed', 'It fails.', { hint: 'None.' });
      return { columns: ['value'], rows, truncated: false };
    },
  };
  return { asked, read, answerer: createAnswerer({ generator, database, schema, refusal, limits: { maxRows: 10, seconds: 10 }, votes }) };
}

describe('votes', () => {
  it('take the rows that most statements give, in whatever order and under whatever name', async () => {
    const { answerer, asked, read } = open(['SELECT 1', 'SELECT guest_id FROM guest', 'SELECT full_nam FROM guest', 'SELECT guest_id AS id FROM guest ORDER BY guest_id DESC', null], 5);
    const seen: unknown[] = [];
    const answer = await answerer.answer('Who?', { onText: () => {}, onSql: (sql) => seen.push(sql), onRows: ({ rows }) => seen.push(rows.length) });
    expect(answer).toMatchObject({ status: 'answered', sql: 'SELECT guest_id FROM guest', rows: [[1], [2], [3]], votes: { agreeing: 2, of: 5 } });
    expect(seen).toEqual(['SELECT guest_id FROM guest', 3]);
    expect(read).not.toContain('SELECT full_nam FROM guest');
    expect(asked.map(({ seed }) => seed)).toEqual([undefined, 1, 2, 3, 4]);
    expect(asked.map(({ temperature }) => temperature)).toEqual([undefined, 0.7, 0.7, 0.7, 0.7]);
    expect(asked.map(({ onText }) => onText !== undefined)).toEqual([true, false, false, false, false]);
  });

  it('leave the first statement where none has more votes', async () => {
    expect(await open(['SELECT 1', 'SELECT 2', 'SELECT 3'], 3).answerer.answer('One?')).toMatchObject({ sql: 'SELECT 1', votes: { agreeing: 1, of: 3 } });
  });

  it('end when nothing can overtake, and run a statement that is drawn twice once', async () => {
    const { answerer, asked, read } = open(['SELECT 3', 'SELECT 3', 'SELECT 3.0', 'SELECT 2', 'SELECT 2'], 5);
    expect(await answerer.answer('Three?')).toMatchObject({ sql: 'SELECT 3', votes: { agreeing: 3, of: 3 } });
    expect(asked).toHaveLength(3);
    expect(read).toEqual(['SELECT 3', 'SELECT 3.0']);
  });

  it('refuse what most tries refuse, and never overrule a refusal', async () => {
    expect(await open(['SELECT 1', null, null], 3).answerer.answer('One?')).toMatchObject({ status: 'refused', sql: null, answer: refusal, votes: { agreeing: 2, of: 3 } });
    const { answerer, asked } = open([null, 'SELECT 1', 'SELECT 1'], 3);
    expect(await answerer.answer('One?')).toMatchObject({ status: 'refused' });
    expect(asked).toHaveLength(1);
  });

  it('ask for another statement where none could run', async () => {
    const { answerer, asked } = open(['SELECT a FROM guest', 'SELECT full_name FROM guest', 'SELECT 1'], 2);
    expect(await answerer.answer('One?')).toMatchObject({ status: 'answered', sql: 'SELECT 1', repaired: true });
    expect(asked[2]).toMatchObject({ failed: { sql: 'SELECT a FROM guest' }, seed: 1 });
  });
});
