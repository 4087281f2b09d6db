import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDdl } from '@sqlwright/schema';
import { buildLexicon } from './lexicon.ts';

const schema = await parseDdl(await readFile(path.join(import.meta.dirname, '../../test/clinic.sql'), 'utf8'));
const lexicon = buildLexicon(schema, {});
const table = (name: string) => lexicon.tables.find((entry) => entry.name === name);

describe('buildLexicon', () => {
  it('tells what columns mean from names, types, checks and comments', () => {
    const roles = Object.fromEntries(table('patient')?.columns.map(({ name, role }) => [name, role]) ?? []);
    expect(roles).toEqual({ patient_id: 'key', full_name: 'name', gender: 'category', dob: 'birth', phone: 'phone', email: 'email', city: 'city', country: 'country', is_insured: 'flag', registered_at: 'moment', primary_doctor_id: 'key' });
    expect(table('patient')?.columns.find(({ name }) => name === 'phone')?.names).toContain('mobile number');
    expect(table('doctor')?.columns.find(({ name }) => name === 'hire_date')?.names[0]).toBe('hire date');
  });

  it('names things as people do', () => {
    expect(table('allergy')).toMatchObject({ singular: 'allergy', plural: 'allergies', isPerson: false });
    expect(table('doctor')).toMatchObject({ isPerson: true, alias: 'dr' });
    expect(table('doctor')?.naming.map(({ name }) => name)).toEqual(['first_name', 'last_name']);
    expect(table('appointment')?.synonyms.map(({ singular }) => singular)).toContain('consultation');
    expect(table('patient_allergy')?.kind).toBe('link');
    expect(table('unpaid_invoice')?.kind).toBe('view');
  });

  it('tells foreign keys between the same tables apart', () => {
    const roles = lexicon.relations.filter(({ child }) => child.name === 'appointment').map(({ role, isPlain }) => [role, isPlain]);
    expect(roles).toEqual([['patient', true], ['doctor', false], ['referring doctor', false], ['room', true]]);
    expect(lexicon.links.map(({ from, to }) => `${from.parent.name} ${to.parent.name}`)).toEqual(['patient allergy', 'allergy patient']);
  });

  it('reads what is short for the table that a key points to, and the word of its key', async () => {
    const league = buildLexicon(await parseDdl('CREATE TABLE referee (ref_id int PRIMARY KEY); CREATE TABLE aircraft (tail_no text PRIMARY KEY); CREATE TABLE match (id int PRIMARY KEY, ref_id int REFERENCES referee, var_ref_id int REFERENCES referee, aircraft_tail text REFERENCES aircraft);'), {});
    expect(league.relations.map(({ role }) => role)).toEqual(['referee', 'var referee', 'aircraft']);
  });

  it('gives no word to two things', async () => {
    const shop = buildLexicon(await parseDdl('CREATE TABLE customer (id int PRIMARY KEY, name text); CREATE TABLE client (id int PRIMARY KEY, price numeric, cost numeric);'), {});
    expect(shop.tables.map(({ synonyms }) => synonyms)).toEqual([[], []]);
    expect(shop.tables[1]?.columns.map(({ names }) => names)).toEqual([['ID'], ['price'], ['cost']]);
  });
});
