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

  it('keeps configured values and combinations', () => {
    const text = generateSeed(schema, { ...options, values: { 'shop.name': ['A', 'B', 'C'] } });
    expect(text).toContain("'A'");
    expect(text).not.toMatch(/'(Alpha|Harbor)/);
  });
});
