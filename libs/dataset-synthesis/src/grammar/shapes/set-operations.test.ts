import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDdl } from '@sqlwright/schema';
import { nearMisses } from '../../sql/near-misses.ts';
import { createRandom } from '../random.ts';
import { fillPlan } from '../fill-plan.ts';
import { buildLexicon } from '../lexicon.ts';
import { unmark } from '../style/speaker.ts';
import { commonGroups, commonPeople, commonValues } from './set-operations.ts';
import type { Shape } from './shape.ts';

const schema = await parseDdl(await readFile(path.join(import.meta.dirname, '../../../test/college.sql'), 'utf8'));
const lexicon = buildLexicon(schema, {});
const random = createRandom(4);

/** Each statement with what may be asked for it. */
function write(shape: Shape, count = 60): { sql: string; asked: string[] }[] {
  return fillPlan({ random, lexicon, today: '2026-11-22', usage: new Map() }, [shape], count, ({ sql, ask }) => {
    const { what = [], question = [], short = [] } = ask({ register: 'plain', random });
    return { sql, asked: [...what, ...question, ...short].map(unmark) };
  });
}

const askedFor = (samples: ReturnType<typeof write>, sql: string): string[] => samples.filter((sample) => sample.sql === sql).flatMap(({ asked }) => asked);

describe('the shapes of set operations', () => {
  it('ask for values that two tables hold, and pass over what is missing', () => {
    const samples = write(commonValues);
    expect(askedFor(samples, 'SELECT city FROM teacher INTERSECT SELECT city FROM student WHERE city IS NOT NULL')).toEqual(expect.arrayContaining([expect.stringMatching(/^Which (cities|towns) have both (teachers|instructors) and (students|pupils)\?$/)]));
    expect(askedFor(samples, 'SELECT city FROM student WHERE city IS NOT NULL EXCEPT SELECT city FROM teacher')).toEqual(expect.arrayContaining([expect.stringMatching(/^Which (cities|towns) have (students|pupils) but no (teachers|instructors)\?$/)]));
    expect(samples.filter(({ sql }) => / (UNION|INTERSECT|EXCEPT) /.test(sql) && !/SELECT city .* SELECT city /.test(sql))).toEqual([]);
  });

  it('ask for groups in which two values occur, or only one of them', () => {
    const samples = write(commonGroups);
    const asked = askedFor(samples, "SELECT language FROM course WHERE level = 'beginner' AND language IS NOT NULL EXCEPT SELECT language FROM course WHERE level = 'advanced' AND language IS NOT NULL");
    expect(asked.some((question) => /^Which (languages|tongues) have .*beginner.* but no .*advanced/.test(question))).toBe(true);
    expect(samples.filter(({ sql }) => / UNION /.test(sql) || new Set(sql.split(/ INTERSECT | EXCEPT /)).size < 2)).toEqual([]);
  });

  it('ask for people of the same name, and for all of them in one list', () => {
    const samples = write(commonPeople);
    expect(askedFor(samples, 'SELECT first_name, last_name FROM student INTERSECT SELECT first_name, last_name FROM teacher')).toEqual(expect.arrayContaining(['Which students have the same name as a teacher?']));
    expect(askedFor(samples, 'SELECT first_name, last_name FROM teacher EXCEPT SELECT first_name, last_name FROM student').join('\n')).toMatch(/not among the (students|pupils)/);
    expect(askedFor(samples, 'SELECT email FROM student WHERE email IS NOT NULL UNION SELECT email FROM teacher').join('\n')).toMatch(/in one list/);
  });

  it('have near misses to be told from', async () => {
    for (const { sql } of [commonValues, commonGroups, commonPeople].flatMap((shape) => write(shape, 10))) {
      expect((await nearMisses(sql)).map(({ change }) => change)).toContainEqual(expect.stringMatching(/^(UNION|INTERSECT|EXCEPT) to /));
    }
  });
});
