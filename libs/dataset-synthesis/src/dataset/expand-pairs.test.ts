import type { VerifiedSample } from '../sample.ts';
import { expandPairs } from './expand-pairs.ts';

const sample = (id: string, sql: string | null, ...questions: string[]): VerifiedSample => ({ id, topic: 't', level: undefined, discernment: undefined, tables: [], template: id, sql, questions });

describe('expandPairs', () => {
  it('makes a pair of each wording, named by its style', () => {
    const { pairs } = expandPairs([sample('01-001', 'SELECT 1', 'How many?', 'count', 'Could you count them?')]);
    expect(pairs.map(({ id, question, style }) => [id, question, style])).toEqual([
      ['01-001-1', 'How many?', 'plain'],
      ['01-001-2', 'count', 'terse'],
      ['01-001-3', 'Could you count them?', 'polite'],
    ]);
  });

  it('drops what was asked before, and rejects it with another answer', () => {
    const { pairs, duplicates, rejects } = expandPairs([sample('1', 'SELECT 1', 'How many  women?'), sample('2', 'SELECT 1', 'how many women'), sample('3', null, 'How many “women”?')]);
    expect(pairs).toHaveLength(1);
    expect(duplicates).toBe(1);
    expect(rejects).toMatchObject([{ id: '3-1', reason: 'conflicting-question', detail: expect.stringContaining('1-1 asks the same') }]);
  });

  it('rejects what models are judged by, however it is typed', () => {
    const { pairs, rejects } = expandPairs([sample('1', 'SELECT 1', 'How many women?', 'women, count')], ['how many  WOMEN']);
    expect(pairs.map(({ question }) => question)).toEqual(['women, count']);
    expect(rejects).toMatchObject([{ id: '1-1', reason: 'held-out-question', questions: ['How many women?'] }]);
  });

  it('tells questions apart by numbers and signs', () => {
    expect(expandPairs([sample('1', 'SELECT 1', 'older than 3.5'), sample('2', 'SELECT 2', 'older than 35'), sample('3', 'SELECT 3', 'age > 40'), sample('4', 'SELECT 4', 'age < 40')]).pairs).toHaveLength(4);
  });
});
