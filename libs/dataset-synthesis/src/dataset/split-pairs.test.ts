import type { Pair } from '../sample.ts';
import { splitPairs } from './split-pairs.ts';

const pair = (id: number, template: string, sql: string | null = 'SELECT 1'): Pair => ({ id: String(id), topic: 't', level: undefined, discernment: undefined, question: `q${id}`, tables: [], sql, template, style: 'plain' });
const answerable = Array.from({ length: 200 }, (_, index) => pair(index, `template ${index % 50}`));
const unanswerable = Array.from({ length: 60 }, (_, index) => pair(1000 + index, `unanswerable ${index % 20}`, null));
const pairs = [...answerable, ...unanswerable];
const templatesOf = (some: readonly Pair[]): Set<string> => new Set(some.map(({ template }) => template));

describe('splitPairs', () => {
  const split = splitPairs(pairs, { evalFraction: 0.1, splitSeed: 1 });

  it('holds out the share of the templates, of both kinds, whole', () => {
    expect([...templatesOf(split.eval)].filter((template) => template.startsWith('template'))).toHaveLength(5);
    expect([...templatesOf(split.eval)].filter((template) => template.startsWith('unanswerable'))).toHaveLength(2);
    expect([...templatesOf(split.train)].filter((template) => templatesOf(split.eval).has(template))).toEqual([]);
    expect(split.train.length + split.eval.length).toBe(pairs.length);
  });

  it('depends on the seed, not on the order of the pairs', () => {
    expect(templatesOf(splitPairs(pairs.toReversed(), { evalFraction: 0.1, splitSeed: 1 }).eval)).toEqual(templatesOf(split.eval));
    expect(templatesOf(splitPairs(pairs, { evalFraction: 0.1, splitSeed: 2 }).eval)).not.toEqual(templatesOf(split.eval));
  });

  it('begins with one pair of every template', () => {
    expect(templatesOf(split.eval.slice(0, 7)).size).toBe(7);
  });

  describe('of samples with several questions', () => {
    const three = Array.from({ length: 90 }, (_, index) => [1, 2, 3].map((at) => ({ ...pair(index, `template ${index}`), id: `01-${index}-${at}`, style: (['plain', 'terse', 'polite'] as const)[at - 1]! }))).flat();
    const sampleOf = ({ id }: Pair): string => id.replace(/-\d$/, '');

    it('trains on a question of every sample before any second one, in every style', () => {
      const { train } = splitPairs(three, { evalFraction: 0.1, splitSeed: 1 });
      const first = train.slice(0, train.length / 3);
      expect(new Set(first.map(sampleOf)).size).toBe(first.length);
      expect(new Set(first.map(({ style }) => style))).toEqual(new Set(['plain', 'terse', 'polite']));
      expect(first.map(sampleOf)).not.toEqual([...first.map(sampleOf)].sort());
      expect(new Set(train.map(({ id }) => id)).size).toBe(train.length);
    });

    it('begins with what people corrected', () => {
      const corrected = { ...pair(7, 'corrected'), id: 'feedback-001-1', topic: 'feedback' };
      expect(splitPairs([...three, corrected], { evalFraction: 0, splitSeed: 1 }).train[0]).toEqual(corrected);
    });
  });
});
