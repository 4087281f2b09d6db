import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDdl } from '@sqlwright/schema';
import { buildLexicon } from './lexicon.ts';
import { synthesizeByGrammar } from './synthesize-by-grammar.ts';

const schema = await parseDdl(await readFile(path.join(import.meta.dirname, '../../test/college.sql'), 'utf8'));
const samples = synthesizeByGrammar({ schema, domains: {}, samples: 3000, randomSeed: 1, abstention: 'none', today: '2026-11-22' });
const asked = (sql: string): string => samples.filter((sample) => sample.sql === sql).flatMap(({ questions }) => questions).join('\n');

describe('foreign keys of several columns', () => {
  it('are spoken of by the other table, as those of one column are', () => {
    const relations = buildLexicon(schema, {}).relations.map(({ child, parent, role, isPlain }) => [child.name, parent.name, role, isPlain]);
    expect(relations).toEqual([
      ['lecture', 'teacher', 'teacher', true], ['lecture', 'course', 'course', true],
      ['enrollment', 'student', 'student', true], ['enrollment', 'course', 'course', true], ['remark', 'enrollment', 'enrollment', true],
    ]);
  });

  it('are told apart by the column that no other key has', async () => {
    const transfers = await parseDdl(`
      CREATE TABLE account (bank int, number int, owner text NOT NULL, PRIMARY KEY (bank, number));
      CREATE TABLE transfer (id int PRIMARY KEY, bank int, payer_number int, payee_number int, FOREIGN KEY (bank, payer_number) REFERENCES account, FOREIGN KEY (bank, payee_number) REFERENCES account);`);
    expect(buildLexicon(transfers, {}).relations.map(({ role, column, isPlain }) => [role, column.name, isPlain])).toEqual([['payer', 'payer_number', false], ['payee', 'payee_number', false]]);
  });

  it('join and select by all of their columns', () => {
    expect(asked('SELECT c.title, COUNT(*) FROM course c JOIN enrollment e ON e.department = c.department AND e.course_number = c.number GROUP BY c.department, c.number, c.title')).toMatch(/(How many (enrollments|enrolments|registrations) (does )?each (course|class) ha|each course with the number of )/i);
    expect(asked('SELECT c.title FROM course c WHERE NOT EXISTS (SELECT 1 FROM lecture l WHERE l.department = c.department AND l.course_number = c.number)')).toMatch(/(without|with no|have no|not have) .*lectures?/i);
    expect(samples.find(({ sql }) => sql.startsWith('SELECT title FROM course WHERE (department, number) IN (SELECT department, course_number FROM lecture'))?.questions[0]).toMatch(/lecture/);
    expect(asked('SELECT COUNT(*) FROM course WHERE (department, number) IN (SELECT department, course_number FROM enrollment)')).toMatch(/(how many|number of) (courses|classes) (have|with) /i);
  });

  it('are never compared by one of their columns alone', () => {
    const joined = samples.flatMap(({ sql }) => (sql.includes('course_number') ? [sql] : []));
    const rest = joined.map((sql) => sql.replace(/department = \w+\.department AND \w+\.(course_)?number = \w+\.(course_)?number/g, '').replace(/department, (\w+\.)?course_number/g, ''));
    expect(joined.length).toBeGreaterThan(200);
    expect(rest.filter((sql) => /course_number/.test(sql) && !/COUNT\(\w+\.course_number\)|course_number IS NOT NULL/.test(sql))).toEqual([]);
  });
});
