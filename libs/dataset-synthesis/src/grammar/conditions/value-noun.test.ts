import { valueNoun } from './value-noun.ts';

const column = (name: string) => ({ name: name.replace(' ', '_'), names: [name] as const });

describe('valueNoun', () => {
  it('names people by what they are', () => {
    expect(valueNoun({ isPerson: true }, column('job title'), 'Cataloguer')).toEqual({ singular: 'cataloguer', plural: 'cataloguers' });
    expect(valueNoun({ isPerson: true }, column('membership type'), 'student')).toEqual({ singular: 'student', plural: 'students' });
    expect(valueNoun({ isPerson: true }, column('role'), 'Sales Manager')).toEqual({ singular: 'sales manager', plural: 'sales managers' });
  });

  it('names things by their kind', () => {
    expect(valueNoun({ isPerson: false }, column('format'), 'paperback')).toEqual({ singular: 'paperback', plural: 'paperbacks' });
    expect(valueNoun({ isPerson: false }, column('vehicle type'), 'Van')).toEqual({ singular: 'van', plural: 'vans' });
  });

  it('leaves adjectives, codes and other columns alone', () => {
    expect(valueNoun({ isPerson: true }, column('role'), 'other')).toBeUndefined();
    expect(valueNoun({ isPerson: true }, column('status'), 'driver')).toBeUndefined();
    expect(valueNoun({ isPerson: true }, column('membership type'), 'part_time')).toBeUndefined();
    expect(valueNoun({ isPerson: false }, column('type'), 'A-12')).toBeUndefined();
    expect(valueNoun({ isPerson: false }, column('genre'), 'Crime')).toBeUndefined();
  });
});
