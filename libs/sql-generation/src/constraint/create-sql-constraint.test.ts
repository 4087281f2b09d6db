import { clinicSchema } from '../../test/clinic-schema.ts';
import { createSqlConstraint } from './create-sql-constraint.ts';

const constraint = createSqlConstraint(clinicSchema);

/** What is left of a text before the first letter that is refused, written word by word as a model does. */
function kept(sql: string): string {
  for (let end = 1; end <= sql.length; end += 1) {
    const at = constraint.check(sql.slice(0, end), end === sql.length);
    if (at !== undefined) return sql.slice(0, at);
  }
  return sql;
}

describe('createSqlConstraint', () => {
  it.each([
    "SELECT p.full_name, COUNT(*) AS visits FROM patient p JOIN visit AS v ON v.patient_id = p.patient_id WHERE p.country = 'Nowhere land' GROUP BY p.full_name ORDER BY visits DESC NULLS LAST LIMIT 5",
    'WITH busy AS (SELECT patient_id, count(*) AS total FROM visit GROUP BY 1) SELECT full_name, busy.total FROM busy JOIN patient USING (patient_id) WHERE total > 2',
    "SELECT EXTRACT(YEAR FROM country), DATE_TRUNC('month', country::date), substring(kind from 2) FROM visit WHERE kind NOT LIKE '%x y%' -- an odd one",
    'SELECT "full_name" FROM public.patient, billing.invoice i WHERE i.state IS NULL',
    'SELECT x.n FROM (SELECT count(*) AS n FROM visit GROUP BY kind) x',
    'SELECT AVG(n) FROM (SELECT COUNT(*) AS n FROM visit GROUP BY patient_id) s',
    "I don't know",
  ])('leaves alone: %s', (sql) => {
    expect(kept(sql)).toBe(sql);
  });

  it.each([
    ['SELECT fullname FROM patient', 'SELECT full'],
    ['SELECT full_names FROM patient', 'SELECT full_name'],
    ['SELECT gend FROM patient', 'SELECT gend'],
    ['SELECT full_name FROM patients', 'SELECT full_name FROM patient'],
    ['SELECT full_name FROM customer WHERE true', 'SELECT full_name FROM '],
    ['SELECT p.visit_idx FROM patient p', 'SELECT p.visit_id'],
    ['SELECT count(*) FROM patient p WHERE p.visit_id = 1', 'SELECT count(*) FROM patient p WHERE p.'],
    ['SELECT patient.kind FROM patient', 'SELECT patient.'],
    ['SELECT visits.kind FROM visit', 'SELECT visit'],
    ['SELECT "Full_name" FROM patient', 'SELECT "'],
    ['SELECT full_name FROM patient WHERE age > 3', 'SELECT full_name FROM patient WHERE a'],
  ])('refuses in "%s" what follows "%s"', (sql, before) => {
    expect(kept(sql).startsWith(before)).toBe(true);
    expect(kept(sql).length).toBeLessThan(sql.length);
    expect(kept(sql).length - before.length).toBeLessThanOrEqual(3);
  });
});
