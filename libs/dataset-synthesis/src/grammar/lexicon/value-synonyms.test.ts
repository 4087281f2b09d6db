import { valueNamesOf } from './value-synonyms.ts';

describe('valueNamesOf', () => {
  it.each([
    ['codes of states', 'state', ['CO', 'TX'], { CO: ['Colorado'], TX: ['Texas'] }],
    ['codes of countries', 'country', ['DE', 'FR'], { DE: ['Germany'], FR: ['France'] }],
    ['no country of what is no place', 'category', ['DE', 'FR'], {}],
    ['values with underscores', 'category', ['in_progress', 'done'], { in_progress: ['ongoing', 'under way', 'being worked on'], done: ['finished', 'completed'] }],
    ['what is enough of a value', 'category', ['Marketing Department', 'Sales Department', 'Branch Manager', 'Rental Agent', 'Sales Agent'], { 'Marketing Department': ['Marketing'], 'Branch Manager': ['manager'] }],
    ['no word that is a value itself', 'category', ['cancelled', 'canceled'], { cancelled: ['called off'] }],
  ] as const)('gives %s', (_, role, values, names) => {
    expect(valueNamesOf(values, role)).toEqual(names);
  });
});
