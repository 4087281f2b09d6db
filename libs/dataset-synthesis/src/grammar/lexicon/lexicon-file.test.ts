import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDdl } from '@sqlwright/schema';
import { buildLexicon } from '../lexicon.ts';
import { synthesizeByGrammar } from '../synthesize-by-grammar.ts';
import { parseLexiconFile, renderLexiconFile } from './lexicon-file.ts';

const schema = await parseDdl(await readFile(path.join(import.meta.dirname, '../../../test/clinic.sql'), 'utf8'));
const domains = { 'patient.country': ['USA', 'Italy'] };

describe('the lexicon file', () => {
  it('holds all that the rules found, and gives the same samples again', () => {
    const file = parseLexiconFile(renderLexiconFile(buildLexicon(schema, domains)), schema);
    expect(file.tables['patient']?.columns['dob']).toEqual({ role: 'birth', names: ['date of birth', 'birthday', 'birth date'] });
    expect(file.tables['patient']?.columns['country']?.values).toMatchObject({ USA: expect.arrayContaining(['United States']), Italy: [] });
    expect(file.tables['appointment']?.columns['duration_minutes']).toMatchObject({ unit: 'minutes' });
    expect(file.joins['appointment.referring_doctor_id']).toBe('referring doctor');
    const input = { schema, domains, samples: 60, randomSeed: 1, abstention: 'none', today: '2026-11-22' };
    expect(synthesizeByGrammar({ ...input, lexicon: file })).toEqual(synthesizeByGrammar(input));
  });

  it('goes before the rules where people have edited it', () => {
    const edited = parseLexiconFile(JSON.stringify({ tables: { room: { singular: 'chamber', plural: 'chambers', columns: { capacity: { names: ['bed count'], unit: 'beds' }, room_type: { values: { ward: ['bedroom'] } } } } } }), schema);
    const room = buildLexicon(schema, {}, edited).tables.find(({ name }) => name === 'room');
    expect(room).toMatchObject({ singular: 'chamber', plural: 'chambers' });
    expect(room?.columns.find(({ name }) => name === 'capacity')).toMatchObject({ names: ['bed count'], unit: 'beds', role: 'quantity' });
    expect(room?.columns.find(({ name }) => name === 'room_type')?.valueNames).toEqual({ ward: ['bedroom'] });
  });

  it.each([
    ['{', /not JSON/],
    ['{"tables": {"rom": {}}}', /unknown table rom \(did you mean "room"\?\)/],
    ['{"tables": {"room": {"columns": {"capacty": {}}}}}', /unknown column room\.capacty \(did you mean "capacity"\?\)/],
    ['{"tables": {"room": {"synonims": []}}}', /synonims \(did you mean "synonyms"\?\)/],
    ['{"tables": {}, "joins": {"appointment.docter_id": "doctor"}}', /did you mean "appointment\.doctor_id"\?/],
  ])('says what is wrong with %s', (text, message) => {
    expect(() => parseLexiconFile(text, schema)).toThrow(expect.objectContaining({ code: 'config.invalid', message: expect.stringMatching(message) }));
  });
});
