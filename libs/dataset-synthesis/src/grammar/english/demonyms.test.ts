import { demonymOf } from './demonyms.ts';

describe('demonymOf', () => {
  it.each([['Spain', 'Spanish'], ['United Kingdom', 'British'], ['USA', 'American'], ['New Zealand', 'New Zealand'], ['South Africa', 'South African'], ['czech republic', 'Czech'], ['DE', 'German'], ['Atlantis', undefined]])('%s', (country, word) => {
    expect(demonymOf(country)).toBe(word);
  });
});
