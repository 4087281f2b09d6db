import { parseDdl } from '@sqlwright/schema';
import { buildLexicon } from '../../grammar/lexicon.ts';
import { createRandom } from '../../grammar/random.ts';
import { askOfPeople } from './ask-of-people.ts';
import type { Phrase } from '../phrase.ts';

const ddl = `
CREATE TABLE student (student_id integer PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, dob date, email text, borough text, sex text, enrolled_on date NOT NULL);
CREATE TABLE teacher (teacher_id integer PRIMARY KEY, full_name text NOT NULL, job_title text NOT NULL, hired_on date NOT NULL);
CREATE TABLE grade (grade_id integer PRIMARY KEY, student_id integer REFERENCES student, points integer);`;
const domains = { 'student.borough': ['Old Town', 'Riverside'], 'student.sex': ['m', 'f'], 'teacher.job_title': ['head', 'teacher'] };

describe('askOfPeople', () => {
  const apply = async (phrase: Phrase) => askOfPeople(createRandom(1), [phrase], buildLexicon(await parseDdl(ddl), domains), 10).map(({ sql, questions }) => ({ sql, question: questions[0] }));

  it('asks of first and last names, or of one full name, where the phrase names whom it means', async () => {
    expect(await apply({ questions: ['How many {people} are called Cruz?'], sql: "SELECT COUNT(*) FROM {people} WHERE {last name 'Cruz'}" })).toEqual(
      expect.arrayContaining([
        { sql: "SELECT COUNT(*) FROM student WHERE last_name ILIKE 'Cruz'", question: expect.stringMatching(/^How many (students|pupils|learners) are called Cruz\?$/) as string },
        { sql: "SELECT COUNT(*) FROM teacher WHERE full_name ILIKE '% Cruz'", question: expect.stringMatching(/^How many \w+ are called Cruz\?$/) as string },
      ]),
    );
    expect(await apply({ questions: ['Is Anna Weber older than Tom Cruz?'], sql: "SELECT (SELECT {birth} FROM {people} WHERE {named 'Anna Weber'}) < (SELECT {birth} FROM {people} WHERE {named 'Tom Cruz'})" })).toEqual([
      { sql: "SELECT (SELECT dob FROM student WHERE first_name ILIKE 'Anna' AND last_name ILIKE 'Weber') < (SELECT dob FROM student WHERE first_name ILIKE 'Tom' AND last_name ILIKE 'Cruz')", question: 'Is Anna Weber older than Tom Cruz?' },
    ]);
  });

  it('says values and words of the columns at hand', async () => {
    const [sample] = await apply({ questions: ['How many women live in the city of {city 1}?'], sql: "SELECT COUNT(*) FROM {people} WHERE {gender} = '{gender Female}' AND {city} = '{city 1 Rome}'" });
    expect(sample?.sql).toMatch(/^SELECT COUNT\(\*\) FROM student WHERE sex = 'f' AND borough = '(Old Town|Riverside)'$/);
    expect(sample?.question).toMatch(/^How many women live in the borough of (Old Town|Riverside)\?$/);
  });

  it('asks nothing of columns that are not there, of hours in a day, or of the sign-ups of those who were hired', async () => {
    expect(await apply({ questions: ['{people} without a phone'], sql: 'SELECT {names} FROM {people} WHERE {phone} IS NULL' })).toEqual([]);
    expect(await apply({ questions: ['{people} by hour'], sql: 'SELECT EXTRACT(HOUR FROM {created}), COUNT(*) FROM {people} GROUP BY EXTRACT(HOUR FROM {created})' })).toEqual([]);
    expect((await apply({ questions: ['{people} who signed up in 2024'], sql: 'SELECT {names} FROM {people} WHERE EXTRACT(YEAR FROM {created}) = 2024' })).map(({ sql }) => sql)).toEqual(['SELECT first_name, last_name FROM student WHERE EXTRACT(YEAR FROM enrolled_on) = 2024']);
  });
});
