import { createRandom } from '../random.ts';
import { quoteValues } from './quote-values.ts';

describe('quoteValues', () => {
  it('quotes labels and titles, but neither numbers nor what has a genitive', () => {
    const written = quoteValues(createRandom(2), 'the ⟦≈Web⟧ orders of ⟦Blue Horizon⟧ in ⟦2024⟧ from ⟦Laura Bennett⟧\'s list', 1);
    expect(written.replaceAll("'Web'", '"Web"').replaceAll("'Blue Horizon'", '"Blue Horizon"')).toBe('the ⟦≈"Web"⟧ orders of ⟦"Blue Horizon"⟧ in ⟦2024⟧ from ⟦Laura Bennett⟧\'s list');
  });

  it('does so only in a share of sentences', () => {
    const random = createRandom(1);
    const quoted = Array.from({ length: 400 }, () => quoteValues(random, '⟦Web⟧', 0.1)).filter((text) => text !== '⟦Web⟧').length;
    expect(quoted).toBeGreaterThan(15);
    expect(quoted).toBeLessThan(80);
  });
});
