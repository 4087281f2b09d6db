import { clinicSchema } from '../../test/clinic-schema.ts';
import { createDrafter } from './draft-continuation.ts';
import { createNameCatalog } from './name-catalog.ts';

const draft = createDrafter(clinicSchema, createNameCatalog(clinicSchema));

describe('createDrafter', () => {
  it.each([
    ['SELECT full', '_name'],
    ['SELECT kind FROM', ' visit'],
    ['SELECT DISTINCT p.full_name, p.country FROM', ' patient p'],
    ['SELECT country, COUNT(*) FROM patient GROUP', ' BY country'],
    ['SELECT full_name FROM patient WHERE patient_id NOT IN', ' (SELECT patient_id FROM'],
    ['SELECT count(*) FROM pat', 'ient'],
    ['SELECT v.patient', '_id'],
    ['SELECT vis', 'it'],
    ['SELECT count(*) FROM patient p JOIN visit v', ' ON v.patient_id = p.patient_id'],
    ['SELECT count(*) FROM patient p JOIN visit', ' v ON v.patient_id = p.patient_id'],
    ['SELECT count(*) FROM patient p JOIN visit v ON p.', 'patient_id = v.patient_id'],
    ['SELECT count(*) FROM visit stay JOIN patient', ' p ON p.patient_id = stay.patient_id'],
    ['SELECT count(*) FROM patient WHERE NOT EXISTS (SELECT 1 FROM visit v', ' WHERE v.patient_id = patient.patient_id'],
    ["SELECT count(*) FROM patient WHERE country = 'it''s' GROUP", ' BY'],
    ['SELECT count(*) FROM patient WHERE country IS NOT', ' NULL'],
  ])('goes on from %s with %s', (text, expected) => {
    expect(draft(text)).toBe(expected);
  });

  it.each([
    ['a string is open', "SELECT count(*) FROM patient WHERE country = 'full"],
    ['a word is a name as it stands', 'SELECT count(*) FROM patient'],
    ['a word is as short as an alias', 'SELECT count(*) FROM patient JOIN vi'],
    ['nothing begins like the word', 'SELECT unheard'],
    ['two tables have the column', 'SELECT country FROM'],
    ['no foreign key leads from a table to the other', 'SELECT count(*) FROM patient p JOIN invoice i'],
    ['an alias is taken and will become longer', 'SELECT count(*) FROM patient v JOIN visit v'],
    ['the condition of the join is written', 'SELECT count(*) FROM patient p JOIN visit v ON v.patient_id = p.patient_id'],
  ])('leaves it open where %s', (_, text) => {
    expect(draft(text)).toBe('');
  });
});
