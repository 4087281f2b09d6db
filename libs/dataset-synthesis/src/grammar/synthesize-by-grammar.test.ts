import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDdl } from '@sqlwright/schema';
import { readPhrasebook } from '../phrasebook/phrase.ts';
import { synthesizeByGrammar, type GrammarInput } from './synthesize-by-grammar.ts';

const schema = await parseDdl(await readFile(path.join(import.meta.dirname, '../../test/clinic.sql'), 'utf8'));
const abstention = "I don't know";
const input: GrammarInput = { schema, domains: { 'patient.city': ['Rome', 'Berlin', 'Lyon'] }, samples: 1500, randomSeed: 1, abstention, today: '2026-11-22' };

describe('synthesizeByGrammar', () => {
  const samples = synthesizeByGrammar(input);
  const statements = samples.filter(({ sql }) => sql !== abstention).map(({ sql }) => sql);

  it('gives the same samples again, and others for another seed', () => {
    expect(JSON.stringify(synthesizeByGrammar(input))).toBe(JSON.stringify(samples));
    expect(synthesizeByGrammar({ ...input, samples: 100, randomSeed: 2 })).not.toEqual(synthesizeByGrammar({ ...input, samples: 100 }));
  });

  it('writes no question twice, simple statements a few times, and a tenth that cannot be answered', () => {
    expect(samples).toHaveLength(input.samples);
    const times = [...Map.groupBy(statements, (sql) => sql)].map(([sql, { length }]) => ({ sql, length }));
    expect(times.filter(({ sql, length }) => length > (sql.length < 70 ? 8 : 4))).toEqual([]);
    expect(times.find(({ sql }) => sql === 'SELECT COUNT(*) FROM patient')?.length).toBeGreaterThan(1);
    expect(times.length).toBeGreaterThan(statements.length * 0.7);
    const questions = samples.flatMap((sample) => [...new Set(sample.questions)]);
    expect(new Set(questions).size).toBe(questions.length);
    expect((samples.length - statements.length) / samples.length).toBeGreaterThanOrEqual(0.1);
  });

  it('takes up to a quarter of its samples from the phrasebook, if it is given one', () => {
    const asked = synthesizeByGrammar({ ...input, samples: 600, phrasebook: readPhrasebook() });
    const counts = new Map([...Map.groupBy(asked, ({ topic }) => topic)].map(([topic, own]) => [topic, own.length]));
    expect(asked).toHaveLength(600);
    expect(counts.get('people')).toBeGreaterThan(55);
    expect(counts.get('things')).toBeGreaterThan(35);
    expect(counts.get('relations')).toBeGreaterThan(20);
    const questions = asked.flatMap((sample) => [...new Set(sample.questions)]);
    expect(questions.filter((question) => /undefined|[⟦⟧{}]/.test(question))).toEqual([]);
    expect(asked.filter(({ sql }) => /[{}]/.test(sql))).toEqual([]);
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('asks of every table and view, in ordinary words', () => {
    const tables = new Set(samples.flatMap((sample) => sample.tables));
    expect([...tables].sort()).toEqual(schema.tables.map(({ name }) => name).sort());
    const worded = samples.filter(({ topic }) => !topic.endsWith('injections')).flatMap(({ questions }) => questions);
    expect(worded.filter((question) => /undefined|[⟦⟧_{}]| {2}/.test(question))).toEqual([]);
  });

  it('follows the house style of the SQL', () => {
    const joined = statements.join('\n');
    for (const form of ['NOT EXISTS (SELECT 1 FROM', 'FETCH FIRST 1 ROW WITH TIES', 'DESC NULLS LAST LIMIT', 'EXTRACT(YEAR FROM AGE(dob))', "CURRENT_DATE - INTERVAL '", "DATE_TRUNC('month', ", 'FILTER (WHERE', 'OVER (ORDER BY', "city = '", 'COUNT(DISTINCT ', 'HAVING COUNT(*)', '"inStock"']) expect([form, joined.includes(form)]).toEqual([form, true]);
    expect(statements.filter((sql) => /;| AS (?!n\b|\()|NOT IN \(SELECT| = TRUE|LEFT JOIN \S+ (\w+) .*\b\1\.\S+ IS NULL/.test(sql))).toEqual([]);
  });

  it('stops with what it has where the schema allows no more', async () => {
    const tiny = await parseDdl('CREATE TABLE label (id int PRIMARY KEY, flag boolean NOT NULL);');
    const few = synthesizeByGrammar({ ...input, schema: tiny, domains: {} });
    expect(few.length).toBeGreaterThan(5);
    expect(few.length).toBeLessThan(1500);
  });

  it('asks for nothing as missing that the schema holds', async () => {
    const staff = await parseDdl("CREATE TABLE employee (id int PRIMARY KEY, name text NOT NULL, wage numeric); COMMENT ON COLUMN employee.name IS 'also called nickname';");
    const beyond = synthesizeByGrammar({ ...input, schema: staff, domains: {}, samples: 600 }).filter(({ topic }) => topic === 'beyond the schema: columns');
    expect(beyond.length).toBeGreaterThan(20);
    expect(beyond.filter(({ questions }) => /salar|per nickname|nickname of/i.test(questions[0]))).toEqual([]);
  });
});
