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
});
