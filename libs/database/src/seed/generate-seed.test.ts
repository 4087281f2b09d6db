import { parseDdl } from '@sqlwright/schema';
import { generateSeed, parentsFirst } from './generate-seed.ts';
import type { SeedOptions } from './seed-options.ts';

const options: SeedOptions = { randomSeed: 3, asOf: '2026-01-01', rows: {}, defaultRows: 30, childrenPerParent: {}, values: {}, combinations: [], nullFraction: 0.1 };
const schema = await parseDdl(`
  CREATE TABLE line (shop_id int REFERENCES shop, number int CHECK (number BETWEEN 1 AND 3), PRIMARY KEY (shop_id, number));
  CREATE TABLE shop (id int PRIMARY KEY, name text NOT NULL UNIQUE, opened date, boss int REFERENCES shop);`);

describe('generateSeed', () => {
  it('gives the same text for the same seed and another for another', () => {
    expect(generateSeed(schema, options)).toBe(generateSeed(schema, options));
    expect(generateSeed(schema, { ...options, randomSeed: 4 })).not.toBe(generateSeed(schema, options));
  });

  it('fills parents before children, whatever the order of the DDL', () => {
    expect(parentsFirst(schema).map(({ name }) => name)).toEqual(['shop', 'line']);
  });

  it('keeps the order of moments that the names and the checks of a table tell', async () => {
    const hire = await parseDdl('CREATE TABLE hire (id int PRIMARY KEY, started_on date, due_date date, returned_on date, low int, high int, CHECK ((returned_on IS NULL) OR (returned_on >= started_on)), CHECK (low < high));');
    const rows = [...generateSeed(hire, { ...options, defaultRows: 100 }).matchAll(/^\((.*)\)[,;]$/gm)].map(([, cells = '']) => cells.split(', ').map((cell) => cell.replaceAll("'", '')));
    const known = (row: readonly string[], column: number): boolean => row[1] !== 'NULL' && row[column] !== 'NULL';
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter((row) => known(row, 2) && (row[2] ?? '') <= (row[1] ?? ''))).toEqual([]);
    expect(rows.filter((row) => known(row, 3) && (row[3] ?? '') < (row[1] ?? ''))).toEqual([]);
    expect(rows.filter((row) => row[4] !== 'NULL' && row[5] !== 'NULL' && Number(row[4]) >= Number(row[5]))).toEqual([]);
    expect(rows.filter((row) => row[3] === 'NULL').length).toBeGreaterThan(10);
  });

  it('draws keys of several columns that share one so that they agree', async () => {
    const tenants = await parseDdl(`
      CREATE TABLE tenant (id int PRIMARY KEY);
      CREATE TABLE client (tenant_id int REFERENCES tenant, number int, PRIMARY KEY (tenant_id, number));
      CREATE TABLE deal (
        id int PRIMARY KEY, tenant_id int NOT NULL REFERENCES tenant, client_number int NOT NULL, referrer_number int,
        FOREIGN KEY (tenant_id, client_number) REFERENCES client, FOREIGN KEY (tenant_id, referrer_number) REFERENCES client);`);
    const text = generateSeed(tenants, options);
    const rowsOf = (table: string): string[][] => [...(new RegExp(`INSERT INTO ${table} .* VALUES\\n([\\s\\S]*?);`).exec(text)?.[1] ?? '').matchAll(/\((.*)\)/g)].map(([, cells = '']) => cells.split(', '));
    const clients = new Set(rowsOf('client').map(([tenant, number]) => `${tenant} ${number}`));
    const columns = /INSERT INTO deal \((.*)\)/.exec(text)?.[1]?.split(', ') ?? [];
    const deals = rowsOf('deal').map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index]])));
    expect(deals.length).toBeGreaterThan(10);
    expect(deals.filter((deal) => !clients.has(`${deal['tenant_id']} ${deal['client_number']}`))).toEqual([]);
    expect(deals.filter((deal) => deal['referrer_number'] !== 'NULL' && !clients.has(`${deal['tenant_id']} ${deal['referrer_number']}`))).toEqual([]);
    expect(new Set(deals.map((deal) => deal['referrer_number'] === 'NULL')).size).toBe(2);
  });

  it('leaves out what a check lists and the column is too narrow for', async () => {
    const request = await parseDdl("CREATE TABLE request (id int PRIMARY KEY, state varchar(8) NOT NULL CHECK (state IN ('open', 'approved', 'withdrawn')));");
    const text = generateSeed(request, options);
    expect(text).toContain("'approved'");
    expect(text).not.toContain('withdrawn');
  });

  it('keeps configured values and combinations', () => {
    const text = generateSeed(schema, { ...options, values: { 'shop.name': ['A', 'B', 'C'] } });
    expect(text).toContain("'A'");
    expect(text).not.toMatch(/'(Alpha|Harbor)/);
  });
});
