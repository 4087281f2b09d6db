import { openPostgres, renderReaderRole, type Database } from '@sqlwright/database';
import { guardSql } from '@sqlwright/sql-guard';
import { harmlessStatements, hostileAttacks, hostileStatements, libraryDatabase, librarySchema } from '@sqlwright/sql-guard/testing';
import { hasPostgres } from '@sqlwright/testing';

const server = '127.0.0.1:5432';
const scratch = `sqlwright_guarded_${process.pid}`;
const role = `${scratch}_reader`;
const limits = { maxRows: 50, seconds: 5, maxBytes: 1_000_000, maxCost: 10_000_000 };
const hostile = [...Object.values(hostileStatements).flat(), ...Object.values(hostileAttacks).flat().map(([, sql]) => sql)];

/** The planner works these out before it looks at any time limit, and takes all memory for it: against them there is the guard alone. */
const floods = new Set([...hostileStatements['too-complex'], ...(hostileAttacks['floods of rows, text and time'] ?? []).map(([, sql]) => sql)]);

/** Everything that a statement might leave behind: rows, objects, sequences, large objects, roles, settings, locks, connections' listeners. */
const stateQueries = [
  ...['member', 'book', 'loan', 'archive.loan', 'staff_login', 'harm'].map((table) => `SELECT count(*), md5(string_agg(t::text, ',' ORDER BY t::text)) FROM ${table} t`),
  "SELECT md5(string_agg(concat(relname, relkind, relacl::text), ',' ORDER BY relname)) FROM pg_class WHERE relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_(toast|temp)')",
  "SELECT md5(string_agg(concat(proname, pronargs, prosrc), ',' ORDER BY proname, pronargs, prosrc)) FROM pg_proc",
  'SELECT last_value, is_called FROM member_member_id_seq',
  'SELECT last_value, is_called FROM loan_loan_id_seq',
  'SELECT count(*) FROM pg_largeobject_metadata',
  "SELECT md5(string_agg(concat(rolname, rolsuper, rolpassword), ',' ORDER BY rolname)) FROM pg_authid",
  "SELECT string_agg(concat(name, '=', setting), ',' ORDER BY name) FROM pg_settings WHERE name !~ '[.]' AND name NOT IN ('statement_timeout', 'lock_timeout', 'search_path', 'transaction_read_only')",
  "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'",
  'SELECT count(*) FROM pg_prepared_xacts',
];

const describeWithServer = (await hasPostgres()) ? describe : describe.skip;

describeWithServer('guarded statements on a real PostgreSQL', () => {
  let admin: Database;
  let reader: Database;

  const state = async (): Promise<unknown[]> => {
    const found: unknown[] = [];
    for (const sql of stateQueries) found.push((await admin.read(sql, { maxRows: 10, seconds: 10 })).rows);
    return found;
  };

  beforeAll(async () => {
    const root = await openPostgres(`postgres://postgres@${server}/postgres`);
    await root.execute(`CREATE DATABASE ${scratch}`);
    await root.close();
    admin = await openPostgres(`postgres://postgres@${server}/${scratch}`);
    await admin.execute(libraryDatabase);
    await admin.execute(renderReaderRole({ name: role, schema: librarySchema, seconds: 5 }));
    await admin.execute(renderReaderRole({ name: role, schema: librarySchema, seconds: 5 }));
    reader = await openPostgres(`postgres://${role}@${server}/${scratch}`);
  }, 60_000);

  afterAll(async () => {
    await Promise.all([admin.close(), reader.close()]);
    const root = await openPostgres(`postgres://postgres@${server}/postgres`);
    // A statement that cannot be interrupted may take a while to end.
    for (let attempt = 0; attempt < 10; attempt += 1) if (await root.execute(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`).then(() => true, () => false)) break;
    await root.execute(`DROP ROLE ${role}`);
    await root.close();
  }, 120_000);

  it('runs every harmless statement, as superuser and as the role, and leaves the server as it was', async () => {
    const before = await state();
    for (const sql of harmlessStatements) {
      const verdict = await guardSql(sql, librarySchema);
      if (!verdict.allowed) throw new Error(`${sql}: ${verdict.reason}`);
      const told = await admin.read(verdict.sql, limits).catch((error: unknown) => { throw new Error(sql, { cause: error }); });
      const hidesColumns = /SELECT \*|m\.\*|TABLE book|\bmember AS \(SELECT/.test(sql) && /member/.test(sql);
      if (!hidesColumns && !/random/.test(sql)) expect([sql, (await reader.read(verdict.sql, limits)).rows.length]).toEqual([sql, told.rows.length]);
    }
    expect(await state()).toEqual(before);
  }, 300_000);

  it('runs none of the hostile ones, and leaves the server as it was', async () => {
    const before = await state();
    for (const sql of hostile) {
      const verdict = await guardSql(sql, librarySchema);
      if (verdict.allowed) await Promise.allSettled([admin.read(verdict.sql, limits), reader.read(verdict.sql, limits)]);
      expect([sql, verdict.allowed]).toEqual([sql, false]);
    }
    expect(await state()).toEqual(before);
  }, 300_000);

  it('calls PostgreSQL’s function where the database has one of that name that fits better', async () => {
    const sql = 'SELECT lower(12), length(34) FROM member LIMIT 1';
    await expect(admin.read(sql, limits)).rejects.toMatchObject({ code: 'database.query-failed' });
    const verdict = await guardSql(sql, librarySchema);
    await expect(admin.read(verdict.allowed ? verdict.sql : '', limits)).rejects.toMatchObject({ message: expect.stringContaining('pg_catalog.lower(integer) does not exist') });
  });

  it('holds without the guard too: a hostile statement that reaches the role changes nothing', async () => {
    const before = await state();
    for (const sql of hostile.filter((text) => !floods.has(text) && !/terminate|cancel_backend/.test(text))) await reader.read(sql, { maxRows: 5, seconds: 0.3 }).catch(() => undefined);
    expect(await state()).toEqual(before);
  }, 300_000);

  it('lets the role read neither hidden tables nor hidden columns', async () => {
    for (const sql of ['SELECT * FROM staff_login', 'SELECT pin_hash FROM member', 'SELECT * FROM member', 'SELECT m FROM member m']) {
      await expect(reader.read(sql, limits)).rejects.toMatchObject({ message: expect.stringContaining('42501') });
    }
  });
});
