import type { Random } from '../random.ts';

const beside: Readonly<Record<string, string>> = { a: 's', b: 'v', c: 'x', d: 's', e: 'r', f: 'g', g: 'h', h: 'j', i: 'o', j: 'k', k: 'l', l: 'k', m: 'n', n: 'm', o: 'i', p: 'o', q: 'w', r: 't', s: 'a', t: 'y', u: 'i', v: 'b', w: 'e', x: 'c', y: 't', z: 'x' };
const byEar: readonly (readonly [RegExp, string])[] = [[/ie/, 'ei'], [/ei/, 'ie'], [/ll/, 'l'], [/ss/, 's'], [/tt/, 't'], [/mm/, 'm'], [/pp/, 'p'], [/ph/, 'f'], [/ence$/, 'ance'], [/er$/, 'ar'], [/or$/, 'er'], [/ies$/, 'ys'], [/ough/, 'ouh'], [/cess/, 'ces'], [/que/, 'ke']];

/** What a slip must not make of a harmless word (count, shirt). */
const rude = /cunt|shit|slut/i;

/** One slip of the fingers or of the ear: letters swapped, left out, doubled, hit beside, or written as they sound. The first letter stays. @param word of at least five letters */
export function misspell(random: Random, word: string): string {
  const at = random.integer(1, word.length - 3);
  const [a = '', b = ''] = [word[at], word[at + 1]];
  const heard = byEar.find(([pattern]) => pattern.test(word.slice(1)));
  const slips = [word.slice(0, at) + b + a + word.slice(at + 2), word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + a + word.slice(at), word.slice(0, at) + (beside[a] ?? a) + word.slice(at + 1)];
  const slip = random.pick(heard === undefined ? slips : [...slips, word[0] + word.slice(1).replace(heard[0], heard[1])]);
  return rude.test(slip) ? word : slip;
}
