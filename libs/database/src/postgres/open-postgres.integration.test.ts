import net from 'node:net';
import { hasPostgres } from '@sqlwright/testing';
import pg from 'pg';
import type { Database } from '../database.ts';
import { openPostgres } from './open-postgres.ts';

const port = 5432;
const scratch = `sqlwright_hard_${process.pid}`;
const url = (toPort = port): string => `postgres://postgres@127.0.0.1:${toPort}/${scratch}`;
const limits = { maxRows: 10, seconds: 10 };

/** A wire to the server that can be cut, or made to stand still. */
async function openProxy(): Promise<{ port: number; cut: () => void; freeze: () => void; close: () => void }> {
  const pairs: net.Socket[][] = [];
  const proxy = net.createServer((client) => {
    const server = net.connect(port, '127.0.0.1');
    for (const socket of [client, server]) socket.on('error', () => undefined);
    client.pipe(server).pipe(client);
    pairs.push([client, server]);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const cut = (): void => pairs.splice(0).flat().forEach((socket) => socket.destroy());
  const freeze = (): void => pairs.forEach(([client, server]) => (server?.unpipe(client), server?.pause()));
  return { port: (proxy.address() as net.AddressInfo).port, cut, freeze, close: () => (cut(), proxy.close()) };
}

((await hasPostgres()) ? describe : describe.skip)('a PostgreSQL that gives trouble', () => {
  let admin: pg.Client;
  let database: Database;

  const sessions = async (): Promise<number> => Number((await admin.query(`SELECT count(*) FROM pg_stat_activity WHERE datname = '${scratch}' AND state = 'active'`)).rows[0].count);
  const kill = (): Promise<unknown> => admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${scratch}'`);
  const readOne = (from: Database = database): Promise<unknown> => from.read('SELECT 1', limits).then(({ rows }) => rows);

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: `postgres://postgres@127.0.0.1:${port}/postgres` });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${scratch}`);
    database = await openPostgres(url());
  }, 60_000);

  afterAll(async () => {
    await database.close();
    await admin.query(`DROP DATABASE ${scratch} WITH (FORCE)`);
    await admin.end();
  }, 60_000);

  it('answers at once after all connections were ended while idle', async () => {
    await Promise.all([readOne(), readOne(), readOne()]);
    await kill();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await readOne()).toEqual([[1]]);
  });

  it('gives one error where the connection is ended at work, and works on', async () => {
    const reading = database.read('SELECT pg_sleep(20)', { maxRows: 1, seconds: 30 });
    setTimeout(() => void kill(), 300);
    await expect(reading).rejects.toMatchObject({ code: 'database.unavailable' });
    expect(await readOne()).toEqual([[1]]);
  });

  it('gives one error where the wire is cut half-way', async () => {
    const proxy = await openProxy();
    const behind = await openPostgres(url(proxy.port));
    const reading = behind.read('SELECT pg_sleep(20)', { maxRows: 1, seconds: 30 });
    setTimeout(proxy.cut, 300);
    await expect(reading).rejects.toMatchObject({ code: 'database.unavailable', message: expect.stringContaining(`127.0.0.1:${proxy.port}/${scratch}`) });
    expect(await readOne(behind)).toEqual([[1]]);
    proxy.close();
    await expect(readOne(behind)).rejects.toMatchObject({ code: 'database.unavailable' });
    await behind.close();
  }, 30_000);

  it('does not wait for ever for a server that falls silent', async () => {
    const proxy = await openProxy();
    const behind = await openPostgres(url(proxy.port));
    const reading = behind.read('SELECT pg_sleep(2)', { maxRows: 1, seconds: 0.5 });
    setTimeout(proxy.freeze, 200);
    await expect(reading).rejects.toMatchObject({ code: 'database.unavailable' });
    proxy.close();
    await behind.close();
  }, 30_000);

  it('cuts a million rows, by number and by size, without taking them all', async () => {
    const before = process.memoryUsage().rss;
    expect(await database.read('SELECT * FROM generate_series(1, 1000000)', { maxRows: 1000, seconds: 20 })).toMatchObject({ truncated: true, rows: { length: 1000 } });
    const wide = await database.read("SELECT repeat('x', 100000) FROM generate_series(1, 1000000)", { maxRows: 1_000_000, seconds: 20, maxBytes: 1_000_000 });
    expect(wide).toMatchObject({ truncated: true, rows: { length: 9 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  }, 60_000);

  it('ends a statement on the server when its user goes, also when every connection is at work', async () => {
    // The test above that cuts the wire leaves its statement running on the server.
    await kill();
    const abort = new AbortController();
    const reading = Promise.allSettled(Array.from({ length: 4 }, () => database.read('SELECT pg_sleep(30)', { maxRows: 1, seconds: 60, signal: abort.signal })));
    await new Promise((resolve) => setTimeout(resolve, 500));
    abort.abort();
    expect((await reading).map((result) => result.status === 'rejected' && (result.reason as { code?: string }).code)).toEqual(Array.from({ length: 4 }, () => 'run.cancelled'));
    expect(await sessions()).toBe(0);
  }, 30_000);

  it('runs nothing that the planner expects to cost too much', async () => {
    const costly = 'SELECT count(*) FROM generate_series(1, 1000) a, generate_series(1, 1000) b, generate_series(1, 1000) c';
    await expect(database.read(costly, { ...limits, maxCost: 1_000_000 })).rejects.toMatchObject({ code: 'database.too-costly' });
    expect(await database.read('SELECT 1', { ...limits, maxCost: 1_000_000 })).toMatchObject({ rows: [[1]] });
    await expect(database.read('SELECT 1; DROP TABLE x', { ...limits, maxCost: 1e9 })).rejects.toMatchObject({ code: 'database.query-failed' });
  });

  it('leaves nothing of a statement in its connection', async () => {
    const alone = await openPostgres(url());
    await alone.read("SELECT set_config('work_mem', '77MB', false), set_config('sqlwright.x', 'y', false), pg_advisory_lock(7)", limits);
    expect((await alone.read("SELECT current_setting('work_mem') <> '77MB', coalesce(current_setting('sqlwright.x', true), '') <> 'y', (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')::int", limits)).rows).toEqual([[true, true, 0]]);
    await expect(alone.read("SELECT set_config('transaction_read_only', 'off', true)", limits)).rejects.toMatchObject({ code: 'database.query-failed' });
    await alone.close();
  });

  it('tells of errors without literals, paths and values of rows', async () => {
    await admin.query(`ALTER DATABASE ${scratch} SET work_mem = '4MB'`);
    for (const sql of ["SELECT 's3cr3t'::int", "SELECT pg_read_file('/etc/nowhere/s3cr3t')", "SELECT CAST(x AS int) FROM (VALUES ('s3cr3t')) v(x)", "SELECT 1 FROM 's3cr3t'", "SELECT date 's3cr3t'"]) {
      await expect(database.read(sql, limits)).rejects.toMatchObject({ code: 'database.query-failed', message: expect.not.stringMatching(/s3cr3t|etc/) });
    }
    await expect(database.read('SELECT nam FROM pg_class', limits)).rejects.toMatchObject({ message: 'The database refused the statement: column "nam" does not exist (42703)' });
  });
});
