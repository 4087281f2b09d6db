import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fingerprintSchema, parseDdl, renderDdl } from '@sqlwright/schema';
import { hasPostgres } from '@sqlwright/testing';
import type { Database } from './database.ts';
import { openPglite } from './pglite/open-pglite.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { generateSeed } from './seed/generate-seed.ts';

const server = 'postgres://postgres@127.0.0.1:5432';
const scratch = `sqlwright_test_${process.pid}`;

const schema = await parseDdl(`
  CREATE TYPE mood AS ENUM ('glad', 'sad');
  CREATE TABLE author (id integer PRIMARY KEY, full_name varchar(60) NOT NULL, email text UNIQUE, mood mood, born date, seen timestamp, rating smallint CHECK (rating BETWEEN 1 AND 5));
  CREATE TABLE book (id integer PRIMARY KEY, author_id integer NOT NULL REFERENCES author, title text, price numeric(8,2) CHECK (price > 0), stars numeric(2,1), sold bigint, loved boolean);
  CREATE TABLE tag (book_id integer REFERENCES book, word varchar(20), PRIMARY KEY (book_id, word));
  COMMENT ON TABLE author IS 'who writes';
  COMMENT ON COLUMN author.born IS 'day of birth';
  CREATE VIEW prolific AS SELECT author_id, count(*) AS books FROM book GROUP BY author_id;`);
const seedOptions = { randomSeed: 5, asOf: '2026-01-01', rows: { author: 80 }, defaultRows: 20, childrenPerParent: {}, values: {}, combinations: [], nullFraction: 0.1 };
const limits = { maxRows: 10, seconds: 10 };

async function openScratchPostgres(): Promise<Database> {
  const admin = await openPostgres(`${server}/postgres`);
  await admin.execute(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`);
  await admin.execute(`CREATE DATABASE ${scratch}`);
  await admin.close();
  return openPostgres(`${server}/${scratch}`);
}

const implementations: readonly (readonly [string, () => Promise<Database>])[] = [
  ['PGlite', openPglite],
  ...((await hasPostgres()) ? ([['PostgreSQL', openScratchPostgres]] as const) : []),
];

describe.each(implementations)('%s', (_name, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await database.execute(renderDdl(schema));
    await database.execute(generateSeed(schema, seedOptions));
  });

  afterAll(async () => {
    await database.close();
    if (database.kind === 'postgres') {
      const admin = await openPostgres(`${server}/postgres`);
      await admin.execute(`DROP DATABASE ${scratch} WITH (FORCE)`);
      await admin.close();
    }
  });

  it('introspects what the DDL made', async () => {
    const live = await database.introspect();
    expect(fingerprintSchema(live)).toBe(fingerprintSchema(schema));
    expect(live.tables[0]).toMatchObject({ comment: 'who writes', uniqueKeys: [['email']] });
    expect(live.tables[0]?.columns[4]).toMatchObject({ name: 'born', comment: 'day of birth' });
    expect(live.tables[0]?.checks.join()).toContain('rating');
    expect(live.tables.at(-1)).toMatchObject({ name: 'prolific', kind: 'view', definition: expect.stringContaining('book') });
  });

  it('holds rows with the traps of real data', async () => {
    const { rows } = await database.read(
      `SELECT (SELECT count(*) FROM author), (SELECT count(*) FROM author WHERE born IS NULL),
              (SELECT count(*) FROM author a WHERE NOT EXISTS (SELECT 1 FROM book b WHERE b.author_id = a.id)),
              (SELECT max(n) FROM (SELECT count(*) AS n FROM book GROUP BY author_id) t), (SELECT count(*) FROM tag)`,
      limits,
    );
    const [authors, unborn, bookless, most, tags] = (rows[0] ?? []).map(Number);
    expect(authors).toBe(80);
    expect(unborn).toBeGreaterThan(0);
    expect(bookless).toBeGreaterThan(0);
    expect(most).toBeGreaterThan(1);
    expect(tags).toBeGreaterThan(0);
  });

  it('gives the same values in the same form on both sides', async () => {
    const { columns, rows } = await database.read(
      `SELECT 7 AS i, 8::bigint AS b, 1.50::numeric AS n, 2.5::float8 AS f, true AS t, DATE '2024-02-29' AS d, TIMESTAMP '2024-01-02 03:04:05' AS s, NULL AS z, 'x' AS c, ARRAY[1,2] AS a`,
      limits,
    );
    expect(columns).toEqual(['i', 'b', 'n', 'f', 't', 'd', 's', 'z', 'c', 'a']);
    expect(rows).toEqual([[7, '8', '1.50', 2.5, true, '2024-02-29', '2024-01-02 03:04:05', null, 'x', '{1,2}']]);
  });

  it('cuts a long result and says so', async () => {
    expect(await database.read('SELECT * FROM generate_series(1, 11)', limits)).toMatchObject({ truncated: true, rows: { length: 10 } });
    expect(await database.read('SELECT * FROM generate_series(1, 10)', limits)).toMatchObject({ truncated: false, rows: { length: 10 } });
  });

  it('keeps the order that the statement asks for', async () => {
    const { rows } = await database.read('SELECT n FROM generate_series(1, 5) AS n ORDER BY n DESC', limits);
    expect(rows.flat()).toEqual([5, 4, 3, 2, 1]);
  });

  it.each(['DELETE FROM tag', 'DELETE FROM tag RETURNING 1', 'SELECT 1; DELETE FROM tag', 'WITH gone AS (DELETE FROM tag RETURNING 1) SELECT * FROM gone', 'CREATE TABLE x (i int)', 'COMMIT'])('writes nothing: %s', async (sql) => {
    const before = await database.read('SELECT count(*) FROM tag', limits);
    await expect(database.read(sql, limits)).rejects.toMatchObject({ code: 'database.query-failed' });
    expect(await database.read('SELECT count(*) FROM tag', limits)).toEqual(before);
  });

  it('stops a statement at its time and works on', async () => {
    await expect(database.read('SELECT count(*) FROM generate_series(1, 100000000000)', { maxRows: 1, seconds: 0.5 })).rejects.toMatchObject({ code: 'database.timeout' });
    expect((await database.read('SELECT count(*) FROM author', limits)).rows).toEqual([['80']]);
  });

  it('stops a statement when its user does', async () => {
    const reading = database.read('SELECT count(*) FROM generate_series(1, 100000000000)', { ...limits, signal: AbortSignal.timeout(200) });
    await expect(reading).rejects.toMatchObject({ code: 'run.cancelled' });
    expect((await database.read('SELECT 1', limits)).rows).toEqual([[1]]);
  });

  it('reads the values of columns that hold few', async () => {
    const domains = await database.readDomains(schema, 20);
    expect([...(domains['author.mood'] ?? [])].sort()).toEqual(['glad', 'sad']);
    expect(domains).not.toHaveProperty(['author.email']);
  });
});

it('names the place of a server that cannot be reached, and never the password', async () => {
  await expect(openPostgres('postgres://someone:hush@127.0.0.1:1/shop')).rejects.toMatchObject({ code: 'database.unavailable', message: expect.stringMatching(/127\.0\.0\.1:1\/shop(?!.*hush)/) });
});

describe('a PGlite that was saved', () => {
  it('is there again, also after a statement that had to be ended', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-snapshot-'));
    const file = path.join(folder, 'author.tar');
    const made = await openPglite();
    await made.execute('CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)');
    await made.save(file);
    await made.close();
    const opened = await openPglite({ snapshot: file });
    await opened.execute('INSERT INTO kept VALUES (8)');
    await expect(opened.read('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n', { maxRows: 1, seconds: 0.3 })).rejects.toMatchObject({ code: 'database.timeout' });
    expect((await opened.read('SELECT id FROM kept ORDER BY id', limits)).rows).toEqual([[7], [8]]);
    await opened.close();
    await rm(folder, { recursive: true });
  });

  it('says that the file cannot be read', async () => {
    const broken = await openPglite({ snapshot: '/nowhere/none.tar' });
    await expect(broken.read('SELECT 1', limits)).rejects.toThrow(/ENOENT/);
    await broken.close();
  });
});
