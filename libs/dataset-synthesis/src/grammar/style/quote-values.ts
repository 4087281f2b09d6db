import type { Random } from '../random.ts';

/** Puts the marked values of some sentences in quotation marks, as people do with titles and labels; numbers and what has a genitive stay. @param share of sentences written so */
export function quoteValues(random: Random, sentence: string, share: number): string {
  if (!random.chance(share)) return sentence;
  const sign = random.pick(['"', "'"]);
  return sentence.replace(/(⟦≈?)([^\d⟦⟧'"]*\p{L}[^\d⟦⟧'"]*)(⟧)(?!')/gu, `$1${sign}$2${sign}$3`);
}
