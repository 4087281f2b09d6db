import { resolveFollowUp } from './resolve-follow-up.ts';

const domains = { 'address.city': ['Berlin', 'Paris', 'New York'], 'customer.gender': ['Male', 'Female'], 'customer.source': ['Website', 'Referral'] };
const follow = (question: string, before: string): string => resolveFollowUp(question, { question: before }, domains);

describe('resolveFollowUp', () => {
  it.each([
    ['and in Paris?', 'How many customers live in Berlin?', 'How many customers live in Paris?'],
    ['What about New York', 'How many customers live in Paris?', 'How many customers live in New York?'],
    ['and women?', 'How many male customers joined in 2024?', 'How many women customers joined in 2024?'],
    ['how about 2023?', 'How many male customers joined in 2024?', 'How many male customers joined in 2023?'],
    ['and for Rome?', 'List the customers of Oslo', 'List the customers of Rome?'],
    ['in Paris?', 'How many customers are there?', 'How many customers are there in Paris?'],
    ['only from referral', 'How many customers are there?', 'How many customers are there from referral?'],
  ])('completes "%s" after "%s"', (question, before, whole) => {
    expect(follow(question, before)).toBe(whole);
  });

  it.each(['How many customers are there?', 'And which city has most customers?', 'Show all orders', 'What is the weather?'])('leaves "%s" as it is', (question) => {
    expect(follow(question, 'How many customers live in Berlin?')).toBe(question);
  });
});
