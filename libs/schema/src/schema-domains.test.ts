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

  it('takes a list for all values only where it binds every row', async () => {
    const values = async (check: string) => Object.values(schemaDomains(await parseDdl(`CREATE TABLE author (id int PRIMARY KEY, kind text, plan text, CHECK (${check}));`)))[0];
    expect(await values("kind IN ('poet (dead)', 'critic') OR kind IS NULL")).toEqual(['poet (dead)', 'critic']);
    expect(await values("kind = ANY (ARRAY['poet'::text, 'critic'::text])")).toEqual(['poet', 'critic']);
    expect(await values("kind IN ('poet', 'this or that') AND plan <> 'none'")).toEqual(['poet', 'this or that']);
    expect(await values("kind <> 'poet' OR plan IN ('a', 'b')")).toBeUndefined();
    expect(await values("kind IN ('poet') OR plan = 'a'")).toBeUndefined();
    expect(await values("lower(kind) <> plan AND plan IN ('a', 'b')")).toEqual(['a', 'b']);
  });
});
