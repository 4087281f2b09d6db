import type { Random } from '../random.ts';
import { slipAt } from './careless.ts';

/** Types a sentence as people do in a chat: often without a capital and a question mark, at times all in lower case or with a wrong letter. @param share of sentences typed so */
export function typeLoosely(random: Random, sentence: string, share: number): string {
  if (!random.chance(share)) return sentence;
  const bare = sentence.replace(/[.?]$/, (end) => (random.chance(0.75) ? '' : end)).replace(/^(?!I\b|I')./, (first) => first.toLowerCase());
  const parts = bare.split(/(⟦.*?⟧)/);
  const cased = random.chance(0.4) ? parts.map((part) => part.toLowerCase()) : parts;
  return (random.chance(0.3) ? slipAt(random, cased) : cased).join('').replace(/'/g, (sign) => (random.chance(0.2) ? '' : sign));
}
