import { readFile } from 'node:fs/promises';
import { exactMatch } from './exact-match.ts';
import { tokenMatch } from './token-match.ts';

interface GoldenCase {
  readonly predicted: string;
  readonly reference: string;
  readonly exactMatch: boolean;
  readonly tokenMatch: number;
}

const golden = new URL('../../test/golden/metric-cases.json', import.meta.url);

describe('the metrics of the source article', () => {
  it('agree with an independent implementation', async () => {
    const cases: GoldenCase[] = JSON.parse(await readFile(golden, 'utf8'));
    expect(cases.length).toBeGreaterThan(10);
    for (const { predicted, reference, ...expected } of cases) {
      expect(exactMatch(predicted, reference)).toBe(expected.exactMatch);
      expect(tokenMatch(predicted, reference)).toBeCloseTo(expected.tokenMatch, 12);
    }
  });

  it('give nothing to a prediction where the reference has no words', () => {
    expect(tokenMatch('', '')).toBe(1);
    expect(tokenMatch('select', '-- nothing')).toBe(0);
  });
});
