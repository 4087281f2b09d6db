import { guardSql } from './guard-sql.ts';
import { deniedNames, harmlessBesideDenied, harmlessStatements, hostileAttacks, hostileStatements, hostileToDenied, librarySchema } from './testing/index.ts';

const hostile = Object.entries(hostileStatements).flatMap(([code, statements]) => statements.map((sql) => [code, sql] as const));

describe('guardSql', () => {
  it.each([...hostile, ...Object.values(hostileAttacks).flat()])('refuses as %s: %s', async (code, sql) => {
    expect(await guardSql(sql, librarySchema)).toMatchObject({ allowed: false, code, reason: expect.stringMatching(/\.$/) });
  });

  it.each(harmlessStatements)('allows: %s', async (sql) => {
    expect(await guardSql(sql, librarySchema)).toMatchObject({ allowed: true });
  });

  it('knows enough statements of both kinds', () => {
    expect(hostile.length + Object.values(hostileAttacks).flat().length).toBeGreaterThanOrEqual(110);
    expect(new Set(harmlessStatements).size).toBeGreaterThanOrEqual(120);
  });

  it('names the tables that are read, and no query of a WITH clause', async () => {
    const sql = 'WITH open AS (SELECT * FROM loan) SELECT full_name FROM open JOIN public.member USING (member_id) WHERE open.loan_id NOT IN (SELECT loan_id FROM archive.loan)';
    const verdict = await guardSql(sql, librarySchema);
    expect(verdict.allowed && [...verdict.relations].sort()).toEqual(['archive.loan', 'loan', 'member']);
  });

  it('names every function as PostgreSQL’s own in what is run, and changes nothing else', async () => {
    const sql = "SELECT 'Æ', count(*), lower ( U&\"full\\005Fname\"), extract(year FROM joined_on), pg_catalog.upper(city) FROM member, generate_series(1, 2) WHERE abs(1) = 1 GROUP BY 3, 4, 5";
    expect(await guardSql(sql, librarySchema)).toMatchObject({
      sql: "SELECT 'Æ', pg_catalog.count(*), pg_catalog.lower ( U&\"full\\005Fname\"), extract(year FROM joined_on), pg_catalog.upper(city) FROM member, pg_catalog.generate_series(1, 2) WHERE pg_catalog.abs(1) = 1 GROUP BY 3, 4, 5",
    });
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

describe('guardSql with a deny-list', () => {
  it.each(hostileToDenied)('refuses: %s', async (sql) => {
    expect(await guardSql(sql, librarySchema, { denied: deniedNames })).toMatchObject({ allowed: false });
  });

  it.each(harmlessBesideDenied)('allows: %s', async (sql) => {
    expect(await guardSql(sql, librarySchema, { denied: deniedNames })).toMatchObject({ allowed: true });
  });

  it('says what is denied', async () => {
    expect(await guardSql('SELECT email FROM member', librarySchema, { denied: ['*.email'] })).toMatchObject({ code: 'denied', reason: 'The column "email" may not be read.' });
    expect(await guardSql('SELECT * FROM member', librarySchema, { denied: ['*.email'] })).toMatchObject({ code: 'denied', reason: expect.stringContaining('name the columns') });
  });

  it('holds against a column that only the database has', async () => {
    const denied = ['member.pin_hash'];
    for (const sql of ['SELECT * FROM member', "SELECT count(*), 'x' AS pin_hash FROM member GROUP BY pin_hash", "SELECT 1 FROM (SELECT 'x' AS pin_hash) x WHERE EXISTS (SELECT 1 FROM member WHERE pin_hash > 'a')"]) {
      expect(await guardSql(sql, librarySchema, { denied })).toMatchObject({ allowed: false, code: 'denied' });
    }
  });
});

describe('guardSql without a schema', () => {
  it.each(harmlessStatements.filter((sql) => !/::loan_state/.test(sql)))('allows: %s', async (sql) => {
    expect(await guardSql(sql, undefined)).toMatchObject({ allowed: true });
  });

  it('refuses what does not depend on a schema', async () => {
    const independent = new Set(['denied', 'unknown-relation']);
    for (const [code, sql] of [...hostile, ...Object.values(hostileAttacks).flat()]) if (!independent.has(code)) expect([sql, await guardSql(sql, undefined)]).toMatchObject([sql, { allowed: false }]);
  });

  it.each([
    'SELECT * FROM secrets',
    'TABLE user_passwords',
    'SELECT password_hash FROM customer',
    "SELECT 1 FROM customer c WHERE c.api_key LIKE 'a%'",
    'SELECT c FROM customer c',
    'SELECT c::text FROM customer c',
    'SELECT x.d FROM customer AS x(a, b, c, d)',
    'SELECT c.json_agg FROM customer c',
    'SELECT c.pg_sleep FROM customer c',
    'SELECT ctid FROM customer',
    'SELECT rolname FROM pg_roles',
    'SELECT 1 FROM information_schema.tables',
    'SELECT count(*) FROM a, b, c',
  ])('refuses: %s', async (sql) => {
    expect(await guardSql(sql, undefined)).toMatchObject({ allowed: false });
  });
});
