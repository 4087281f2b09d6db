import { withoutKind } from './kind-words.ts';

describe('withoutKind', () => {
  it.each([
    ['city name', 'city'], ['gender code', 'gender'], ['home country name', 'home country'], ['monthly fee amount', 'monthly fee'], ['capacity count', 'capacity'], ['rating value', 'rating'], ['remarks text', 'remarks'], ['plate code', 'plate'], ['stars count', 'stars'], ['interest rate percentage', 'interest rate'],
  ])('says %s as %s', (words, bare) => {
    expect(withoutKind(words)).toBe(bare);
  });

  it.each(['postal code', 'first name', 'class name', 'total amount', 'page count', 'product code', 'code', 'amount', 'phone number'])('leaves %s as it is', (words) => {
    expect(withoutKind(words)).toBe(words);
  });
});
