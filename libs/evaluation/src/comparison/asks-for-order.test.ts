import { asksForOrder } from './asks-for-order.ts';

describe('asksForOrder', () => {
  it.each([
    'number of addresses per country, biggest first',
    'all Marias, alphabetically please',
    'Rank the email providers by how many addresses they have',
    'list customers with the number of their addresses, the ones with most addresses on top',
    'top 5 cities by number of customers',
    'first ten people that ever registered, in order',
    'customers sorted by age',
    "I'd like the names of the three oldest men, eldest first",
  ])('hears it in: %s', (question) => expect(asksForOrder(question)).toBe(true));

  it.each(['Which five customers were added most recently?', 'Who is our oldest customer?', 'How many orders are there?', 'most common first name', 'customers per source'])('does not hear it in: %s', (question) =>
    expect(asksForOrder(question)).toBe(false));
});
