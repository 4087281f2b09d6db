import { compareSchemas } from './compare-schemas.ts';
import { parseDdl } from './ddl/parse-ddl.ts';
import { fingerprintSchema } from './fingerprint-schema.ts';
import { pruneSchema } from './prune-schema.ts';

const expected = await parseDdl('CREATE TABLE a (id int PRIMARY KEY, name varchar(10), seen date); CREATE TABLE b (a_id int REFERENCES a);');

describe('compareSchemas', () => {
  it('finds nothing where the live database only holds more or wider columns', async () => {
    const live = await parseDdl('CREATE TABLE b (a_id bigint, more text); CREATE TABLE a (id bigint, name text, seen timestamptz); CREATE TABLE c (x int);');
    expect(compareSchemas(expected, live)).toEqual([]);
    expect(fingerprintSchema(live)).not.toBe(fingerprintSchema(expected));
  });

  it('names each table, column and kind of type that is not as expected', async () => {
    const live = await parseDdl('CREATE TABLE a (id int, seen text);');
    expect(compareSchemas(expected, live)).toEqual(['the column "a.name" is missing', 'the column "a.seen" is text, not date', 'the table "b" is missing']);
  });
});

describe('pruneSchema', () => {
  it('keeps the named tables without foreign keys that lead out of them', () => {
    const pruned = pruneSchema(expected, ['b']);
    expect(pruned.tables.map(({ name, foreignKeys }) => [name, foreignKeys.length])).toEqual([['b', 0]]);
  });
});
