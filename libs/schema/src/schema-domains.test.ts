import { parseDdl } from './ddl/parse-ddl.ts';
import { schemaDomains } from './schema-domains.ts';

describe('schemaDomains', () => {
  it('holds what enums and checks list, and nothing else', async () => {
    const schema = await parseDdl(`
      CREATE TYPE mood AS ENUM ('glad', 'sad');
      CREATE TABLE author (id int PRIMARY KEY, name text, mood mood, kind text CHECK (kind IN ('poet', 'it''s complicated')), year int CHECK (year > 1900));`);
    expect(schemaDomains(schema)).toEqual({ 'author.mood': ['glad', 'sad'], 'author.kind': ['poet', "it's complicated"] });
  });

  it('takes a list of what is forbidden for no list of values', async () => {
    const schema = await parseDdl("CREATE TABLE author (id int PRIMARY KEY, kind text CHECK (kind NOT IN ('critic', 'censor')));");
    expect(schemaDomains(schema)).toEqual({});
  });
});
