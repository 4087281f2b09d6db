import { parseDdl } from '@sqlwright/schema';
import { buildLexicon } from '../../grammar/lexicon.ts';
import { createRandom } from '../../grammar/random.ts';
import type { Phrase } from '../phrase.ts';
import { askOfRelations } from './ask-of-relations.ts';

const ddl = `
CREATE TABLE patient (patient_id integer PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL);
CREATE TABLE ward (ward_id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE stay (stay_id integer PRIMARY KEY, patient_id integer NOT NULL REFERENCES patient, ward_id integer NOT NULL REFERENCES ward, arrived_on date NOT NULL);`;

describe('askOfRelations', () => {
  const ask = async (phrase: Phrase) => askOfRelations(createRandom(1), [phrase], buildLexicon(await parseDdl(ddl), {}), 10);
  const none = 'SELECT {p names} FROM {parents} {p} WHERE NOT EXISTS (SELECT 1 FROM {children} {c} WHERE {c}.{owner} = {p}.{key})';

  it('asks people and other parents for their children', async () => {
    const samples = await ask({ questions: ['{parents} without {children}'], sql: none });
    expect(samples.map(({ sql }) => sql).sort()).toEqual([
      'SELECT p.first_name, p.last_name FROM patient p WHERE NOT EXISTS (SELECT 1 FROM stay s WHERE s.patient_id = p.patient_id)',
      'SELECT w.name FROM ward w WHERE NOT EXISTS (SELECT 1 FROM stay s WHERE s.ward_id = w.ward_id)',
    ]);
    expect(samples.every(({ questions }) => / without (stays|\w+)$/.test(questions[0]))).toBe(true);
  });

  it('asks "who" of people alone', async () => {
    expect((await ask({ questions: ['Who has no {child}?'], sql: none })).map(({ tables }) => tables)).toEqual([['patient', 'stay']]);
    expect((await ask({ questions: ["How many {children} has Anna Weber got?"], sql: "SELECT COUNT(*) FROM {children} WHERE {owner} IN (SELECT {key} FROM {parents} WHERE {named 'Anna Weber'})" })).map(({ sql }) => sql)).toEqual([
      "SELECT COUNT(*) FROM stay WHERE patient_id IN (SELECT patient_id FROM patient WHERE first_name ILIKE 'Anna' AND last_name ILIKE 'Weber')",
    ]);
  });
});
