import { isPlural, pluralOf, singularOf, withArticle } from './inflect.ts';

describe('inflecting', () => {
  it.each([
    ['movies', 'movie'], ['menus', 'menu'], ['quizzes', 'quiz'], ['statuses', 'status'], ['addresses', 'address'], ['categories', 'category'], ['purchases', 'purchase'], ['analyses', 'analysis'], ['gas', 'gas'], ['buses', 'bus'], ['boxes', 'box'], ['order lines', 'order line'], ['children', 'child'],
  ])('takes %s for several of %s', (plural, singular) => {
    expect(singularOf(plural)).toBe(singular);
  });

  it.each([
    ['quiz', 'quizzes'], ['salesperson', 'salespeople'], ['date of birth', 'dates of birth'], ['earliest date of placing', 'earliest dates of placing'], ['check-in', 'check-ins'], ['aircraft', 'aircraft'], ['company', 'companies'], ['details', 'details'], ['hour per week', 'hours per week'],
  ])('makes several of %s: %s', (singular, plural) => {
    expect(pluralOf(singular)).toBe(plural);
    expect(isPlural(pluralOf(singular))).toBe(singular !== 'aircraft');
  });

  it.each([['hour estimate', 'an hour estimate'], ['ISBN', 'an ISBN'], ['user', 'a user'], ['university', 'a university'], ['email', 'an email'], ['⟦≈active⟧ member', 'an ⟦≈active⟧ member'], ['SMS', 'an SMS'], ['umbrella', 'an umbrella']])('says %s: %s', (words, said) => {
    expect(withArticle(words)).toBe(said);
  });
});
