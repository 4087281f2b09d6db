import { harmlessStatements } from '../test/harmless-statements.ts';
import { hostileStatements } from '../test/hostile-statements.ts';
import { librarySchema } from '../test/library-schema.ts';
import { guardSql } from './guard-sql.ts';

const hostile = Object.entries(hostileStatements).flatMap(([code, statements]) => statements.map((sql) => [code, sql] as const));

describe('guardSql', () => {
  it.each(hostile)('refuses as %s: %s', async (code, sql) => {
    expect(await guardSql(sql, librarySchema)).toMatchObject({ allowed: false, code, reason: expect.stringMatching(/\.$/) });
  });

  it.each(harmlessStatements)('allows: %s', async (sql) => {
    expect(await guardSql(sql, librarySchema)).toMatchObject({ allowed: true });
  });

  it('names the tables that are read, and no query of a WITH clause', async () => {
    const sql = 'WITH open AS (SELECT * FROM loan) SELECT full_name FROM open JOIN public.member USING (member_id) WHERE open.loan_id NOT IN (SELECT loan_id FROM archive.loan)';
    const verdict = await guardSql(sql, librarySchema);
    expect(verdict.allowed && [...verdict.relations].sort()).toEqual(['archive.loan', 'loan', 'member']);
  });

  it('survives texts that are nested far deeper than any statement', async () => {
    for (const nested of ['('.repeat(4500), `SELECT ${'array['.repeat(1200)}1${']'.repeat(1200)}`, `SELECT ${'lower('.repeat(1400)}'x'${')'.repeat(1400)}`]) {
      expect(await guardSql(nested, librarySchema)).toMatchObject({ allowed: false });
    }
    expect(await guardSql('SELECT 1', librarySchema)).toMatchObject({ allowed: true });
  });

  it('takes less than a millisecond at the median', async () => {
    const durations: number[] = [];
    for (const sql of [...harmlessStatements, ...harmlessStatements]) {
      const start = performance.now();
      await guardSql(sql, librarySchema);
      durations.push(performance.now() - start);
    }
    expect(durations.sort((a, b) => a - b)[Math.floor(durations.length / 2)]).toBeLessThan(1);
  });
});
