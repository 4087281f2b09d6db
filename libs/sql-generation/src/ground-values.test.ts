import { parseDdl } from '@sqlwright/schema';
import { clinicSchema } from '../test/clinic-schema.ts';
import { groundValues } from './ground-values.ts';

const domains = {
  'patient.gender': ['M', 'F'],
  'patient.country': ['United States', 'United Kingdom', 'Germany', "Côte d'Ivoire"],
  'patient.source': ['Referral', 'Walk-in', 'Word of Mouth'],
  'visit.kind': ['Check-up', 'Emergency'],
  'visit.country': ['US', 'DE'],
  'billing.invoice.state': ['CA', 'TX'],
};

async function grounded(sql: string): Promise<string> {
  return (await groundValues(sql, clinicSchema, domains)).sql;
}

describe('groundValues', () => {
  it.each([
    ['a column of the only table', "SELECT count(*) FROM patient WHERE country = 'USA'", "SELECT count(*) FROM patient WHERE country = 'United States'"],
    ['the other side', "SELECT 1 FROM patient WHERE 'Male' = gender", "SELECT 1 FROM patient WHERE 'M' = gender"],
    ['an alias', "SELECT 1 FROM patient p JOIN visit v USING (patient_id) WHERE p.country = 'UK' AND v.country = 'Germany'", "SELECT 1 FROM patient p JOIN visit v USING (patient_id) WHERE p.country = 'United Kingdom' AND v.country = 'DE'"],
    ['a list', "SELECT 1 FROM patient WHERE gender NOT IN ('Female', 'M')", "SELECT 1 FROM patient WHERE gender NOT IN ('F', 'M')"],
    ['slips in a list', "SELECT 1 FROM patient WHERE source IN ('Refferal', 'word of mout', 'walk-in')", "SELECT 1 FROM patient WHERE source IN ('Referral', 'Word of Mouth', 'Walk-in')"],
    ['an array', "SELECT 1 FROM patient WHERE source = ANY (ARRAY['referrals', 'walk in'])", "SELECT 1 FROM patient WHERE source = ANY (ARRAY['Referral', 'Walk-in'])"],
    ['a condition inside an aggregate', "SELECT count(*) FILTER (WHERE source <> 'refferal') FROM patient", "SELECT count(*) FILTER (WHERE source <> 'Referral') FROM patient"],
    ['a choice', "SELECT CASE gender WHEN 'Male' THEN 'Male' END FROM patient", "SELECT CASE gender WHEN 'M' THEN 'Male' END FROM patient"],
    ['lower()', "SELECT 1 FROM patient WHERE lower(p.country) = 'us'", "SELECT 1 FROM patient WHERE lower(p.country) = 'united states'"],
    ['a correlated subquery', "SELECT 1 FROM patient p WHERE EXISTS (SELECT 1 FROM visit WHERE kind = 'checkup' AND p.gender = 'women')", "SELECT 1 FROM patient p WHERE EXISTS (SELECT 1 FROM visit WHERE kind = 'Check-up' AND p.gender = 'F')"],
    ['a column that comes through a subquery', "WITH g AS (SELECT gender FROM patient) SELECT count(*) FROM g WHERE g.gender = 'Male'", "WITH g AS (SELECT gender FROM patient) SELECT count(*) FROM g WHERE g.gender = 'M'"],
    ['both arms of a union', "SELECT 1 FROM patient WHERE country = 'us' UNION SELECT 1 FROM visit WHERE country = 'usa'", "SELECT 1 FROM patient WHERE country = 'United States' UNION SELECT 1 FROM visit WHERE country = 'US'"],
    ['a table in a schema', "SELECT 1 FROM billing.invoice i WHERE i.state = 'California'", "SELECT 1 FROM billing.invoice i WHERE i.state = 'CA'"],
    ['a pattern without wildcard', "SELECT 1 FROM patient WHERE country ILIKE 'usa'", "SELECT 1 FROM patient WHERE country ILIKE 'United States'"],
    ['text of several bytes a letter before it', "SELECT 'Zoë – ü' FROM patient WHERE country = 'cote d''ivoire' AND gender = 'female'", "SELECT 'Zoë – ü' FROM patient WHERE country = 'Côte d''Ivoire' AND gender = 'F'"],
  ])('matches %s', async (_name, written, expected) => {
    expect(await grounded(written)).toBe(expected);
  });

  it.each([
    ['a value that is there', "SELECT 1 FROM patient WHERE gender = 'F' AND lower(country) = 'germany' AND country ILIKE 'GERMANY'"],
    ['a value as near to two', "SELECT 1 FROM patient WHERE country = 'United'"],
    ['numbers and dates', "SELECT 1 FROM patient WHERE source = '12' OR source IN ('2024-01-05', '3')"],
    ['patterns in a list of conditions', "SELECT 1 FROM patient WHERE source ILIKE 'refer%' OR source LIKE '_eferal'"],
    ['a value near to none', "SELECT 1 FROM patient WHERE country = 'Austria' OR source = 'Newspaper'"],
    ['a pattern', "SELECT 1 FROM patient WHERE country ILIKE '%usa%'"],
    ['a column without a domain', "SELECT 1 FROM patient WHERE full_name = 'Usa'"],
    ['a column of several tables that come through subqueries', "SELECT 1 FROM (SELECT country FROM patient UNION SELECT country FROM visit) x WHERE x.country = 'USA'"],
    ['numbers and booleans', 'SELECT 1 FROM patient WHERE country = 1 AND gender IN (true)'],
    ['an order', "SELECT 1 FROM patient WHERE country > 'USA'"],
    ['an escaped literal', "SELECT 1 FROM patient WHERE country = E'US\\x41'"],
    ['what is no SQL', "SELECT country = 'USA' FROM WHERE"],
  ])('leaves %s', async (_name, sql) => {
    expect(await groundValues(sql, clinicSchema, domains)).toEqual({ sql, groundings: [] });
  });

  it('tells what it took for what', async () => {
    const { groundings } = await groundValues("SELECT 1 FROM patient WHERE country IN ('UK', 'germany')", clinicSchema, domains);
    expect(groundings).toEqual([
      { column: 'patient.country', written: 'UK', taken: 'United Kingdom' },
      { column: 'patient.country', written: 'germany', taken: 'Germany' },
    ]);
  });

  describe('where the schema lists the values', () => {
    const listed = parseDdl(`
      CREATE TYPE hold_status AS ENUM ('waiting', 'ready');
      CREATE TABLE member (id int PRIMARY KEY, plan text CHECK (plan IN ('adult', 'student')), city text);
      CREATE TABLE hold (id int PRIMARY KEY, member_id int REFERENCES member (id), status hold_status NOT NULL);`);
    const values = { 'member.plan': ['adult', 'student'], 'member.city': ['Oslo'], 'hold.status': ['waiting', 'ready'] };

    it.each([
      ["SELECT 1 FROM member WHERE plan = 'teacher'", { column: 'member.plan', written: 'teacher' }],
      ["SELECT 1 FROM hold h JOIN member m ON m.id = h.member_id WHERE h.status IN ('ready', 'eaten')", { column: 'hold.status', written: 'eaten' }],
    ])('tells what no row can hold: %s', async (sql, impossible) => {
      expect((await groundValues(sql, await listed, values)).impossible).toEqual(impossible);
    });

    it.each(["SELECT 1 FROM member WHERE plan = 'Students'", "SELECT 1 FROM member WHERE city = 'Bergen'", "SELECT 1 FROM hold WHERE status = 'ready'", "SELECT 1 FROM member WHERE plan ILIKE '%teach%'", "SELECT 1 FROM member WHERE plan <> 'teacher'", "SELECT 1 FROM member WHERE plan NOT IN ('teacher', 'child')"])('leaves alone what it can: %s', async (sql) => {
      expect(await groundValues(sql, await listed, values)).not.toHaveProperty('impossible');
    });
  });
});
