import { clinicSchema } from '../../test/clinic-schema.ts';
import { firstRefusal } from '../../test/first-refusal.ts';
import { createSqlConstraint } from './create-sql-constraint.ts';

const constraint = createSqlConstraint(clinicSchema);

describe('createSqlConstraint', () => {
  it.each([
    "SELECT p.full_name, COUNT(*) AS visits FROM patient p JOIN visit AS v ON v.patient_id = p.patient_id WHERE p.country = 'Nowhere land' GROUP BY p.full_name ORDER BY visits DESC NULLS LAST LIMIT 5",
    'WITH busy AS (SELECT patient_id, count(*) AS total FROM visit GROUP BY 1) SELECT full_name, busy.total FROM busy JOIN patient USING (patient_id) WHERE total > 2',
    "SELECT EXTRACT(YEAR FROM country), DATE_TRUNC('month', country::date), substring(kind from 2) FROM visit WHERE kind NOT LIKE '%x y%' -- an odd one",
    'SELECT "full_name" FROM public.patient, billing.invoice i WHERE i.state IS NULL',
    'SELECT x.n FROM (SELECT count(*) AS n FROM visit GROUP BY kind) x',
    'SELECT AVG(visits) FROM (SELECT COUNT(*) visits FROM visit GROUP BY patient_id) s',
    'SELECT person.full_name, stay.kind FROM patient person LEFT JOIN visit stay ON stay.patient_id = person.patient_id',
    'SELECT full_name, (SELECT count(*) FROM visit v WHERE v.patient_id = someone.patient_id) AS visits FROM patient AS someone ORDER BY visits, full_name',
    'SELECT p.full_name, latest.kind FROM patient p, LATERAL (SELECT kind FROM visit WHERE visit.patient_id = p.patient_id AND gender IS NULL LIMIT 1) AS latest',
    "SELECT day::date, count(visit_id) AS n FROM generate_series(date '2025-01-01', now()::timestamp without time zone, interval '1 day') AS day LEFT JOIN visit ON kind = day::text GROUP BY day HAVING count(*) > 1",
    'SELECT country, kind, rank() OVER (PARTITION BY country ORDER BY count(*) ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM visit GROUP BY country, kind UNION SELECT source, gender, 1 FROM patient ORDER BY kind',
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12) SELECT i, v.word FROM n JOIN (VALUES (1, 2)) AS v(word, other) ON other = i',
    'SELECT DISTINCT ON (place) country AS place, full_name FROM patient NATURAL JOIN visit WHERE kind IS NOT DISTINCT FROM source AND patient_id BETWEEN 1 AND 2',
    'SELECT full_name FROM patient WHERE EXISTS (SELECT 1 FROM visit WHERE visit.patient_id = patient.patient_id AND kind = gender)',
    "I don't know",
  ])('leaves alone: %s', (sql) => {
    expect(firstRefusal(constraint, sql)).toBeUndefined();
  });

  it.each([
    ['a column that is nowhere', 'SELECT count(*) FROM patient WHERE ', 'age > 3'],
    ['a name from where it leaves those that are there', 'SELECT count(*) FROM patient WHERE full', 'name = 1'],
    ['a name that goes on too long', 'SELECT count(*) FROM patient WHERE full_name', 's = 1'],
    ['a name in double quotes', 'SELECT count(*) FROM patient WHERE "', 'Full_name" = 1'],
    ['a table that is nowhere', 'SELECT full_name FROM ', 'customer WHERE true'],
    ['a table of another schema', 'SELECT 1 FROM billing.', 'patient WHERE true'],
    ['a table that is read already', 'SELECT 1 FROM patient JOIN ', 'patient ON true'],
    ['a column of a table that is not read', 'SELECT count(*) FROM patient WHERE ', 'kind = 1'],
    ['the qualifier where another table has the column', 'SELECT count(*) FROM patient p JOIN visit v ON ', 'p.visit_id = 1'],
    ['the qualifier that nothing has', 'SELECT count(*) FROM patient p WHERE ', 'v.kind = 1'],
    ['the qualifier that begins like another one', 'SELECT 1 FROM patient person, visit v WHERE ', 'p.country = v.country'],
    ['what is no type before a string', 'SELECT count(*) FROM visit WHERE kind = ', "z'x'"],
    ['a column that two tables have', 'SELECT 1 FROM patient JOIN visit ON ', 'patient_id = 1'],
    ['a column of USING that one side lacks', 'SELECT 1 FROM patient JOIN visit USING (', 'kind)'],
    ['a column of another query', 'SELECT x.n FROM (SELECT count(*) AS n FROM visit) x WHERE ', 'kind = 1'],
    ['an output name in a condition', 'SELECT count(*) AS n FROM visit WHERE ', 'n > 1'],
    ['an output name in an expression', 'SELECT count(*) AS n FROM visit GROUP BY kind ORDER BY ', 'n + 1'],
    ['an output name that was not given', 'SELECT count(*) AS n FROM visit GROUP BY kind ORDER BY ', 'total'],
    ['a column that a recursive query does not have', 'WITH RECURSIVE r AS (SELECT 1 AS i UNION SELECT ', 'j FROM r) SELECT 1'],
    ['the table where another one has all that is wanted', 'SELECT kind FROM ', 'patient WHERE true'],
    ['the table at the end of the statement', 'SELECT kind FROM ', 'patient'],
    ['the table under a name that was used before', 'SELECT p.kind FROM ', 'patient p WHERE true'],
    ['the table where the groups need another one', 'SELECT count(*) FROM ', 'patient GROUP BY kind'],
    ['the first name where no table has all', 'SELECT ', 'full_name, kind FROM patient WHERE true'],
    ['the qualifier where no table has all', 'SELECT p.full_name, ', 'p.kind FROM patient p WHERE true'],
    ['what stands in the place of a join', 'SELECT v.kind FROM patient p ', 'WHERE true'],
    ['what runs into the word behind a table', 'SELECT 1 FROM patient p WHERE', 'p.country = 1'],
    ['the end in the place of a join', 'SELECT v.kind FROM patient p', ''],
    ['a column that is nowhere, as soon as FROM is read', 'SELECT full', 'name FROM patient WHERE true'],
    ['a column that becomes ambiguous', 'SELECT ', 'country FROM patient p JOIN visit v ON v.patient_id = p.patient_id WHERE true'],
  ])('takes back %s: %s|%s', (_, before, after) => {
    const sql = before + after;
    expect(sql.slice(0, firstRefusal(constraint, sql))).toBe(before);
  });

  it('knows what will stay', () => {
    const shown = (text: string, ended = false): string => text.slice(0, constraint.check(text, ended).settled);
    expect(shown('SELECT full_name FROM pat')).toBe('SELECT ');
    expect(shown('SELECT full_name FROM patient WH')).toBe('SELECT ');
    expect(shown('SELECT full_name FROM patient WHERE gen')).toBe('SELECT full_name FROM patient WHERE ');
    expect(shown('SELECT count(*) FROM patient p JOIN visit v ON v.')).toBe('SELECT count(*) FROM patient p JOIN visit v ON ');
    expect(shown('SELECT full_name FROM patient', true)).toBe('SELECT full_name FROM patient');
    expect(shown("I don't kn")).toBe("I don't kn");
  });
});
