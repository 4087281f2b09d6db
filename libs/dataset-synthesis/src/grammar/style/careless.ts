import type { Random } from '../random.ts';

const abbreviations: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\baverage\b/, ['avg']], [/\bnumber of\b/, ['nr of', 'no. of', '# of']], [/\bmaximum\b/, ['max']], [/\bminimum\b/, ['min']], [/\bpercentage\b/, ['%', 'pct']], [/\bwithout\b/, ['w/o', 'without']],
  [/\bwith\b/, ['w', 'w/', 'with']], [/ and /, [' & ', ' + ', ' and ']], [/\bphone number\b/, ['phone']], [/\bdate of birth\b/, ['dob']], [/\bappointments\b/, ['appts']], [/\bcustomers\b/, ['custs', 'customers']],
  [/\bemployees\b/, ['emps', 'employees']], [/\bquantity\b/, ['qty']], [/\bdepartment\b/, ['dept']], [/\bmore than\b/, ['>', 'more than']], [/\bat least\b/, ['min', 'at least']], [/\baddresses\b/, ['adresses', 'addresses']],
];

/** Types a phrase in haste: lower case, few articles, abbreviations, now and then a wrong letter. Marked values stay as they are. */
export function careless(random: Random, text: string): string {
  const parts = text.replace(/[?.]$/, '').split(/(⟦.*?⟧)/);
  const hasty = parts.map((part) => (part.startsWith('⟦') ? part : abbreviate(random, dropArticles(random, part.toLowerCase()))));
  const slip = random.chance(0.4) ? slipAt(random, hasty) : hasty;
  return `${slip.join('').replace(/\s+/g, ' ').trim()}${random.chance(0.12) ? '?' : ''}`;
}

function dropArticles(random: Random, text: string): string {
  return random.chance(0.85) ? text.replace(/(^| )(the|a|an|all the) (?=\S|$)/g, '$1').replace(/ their /g, ' ') : text;
}

function abbreviate(random: Random, text: string): string {
  return abbreviations.reduce((result, [pattern, forms]) => (pattern.test(result) && random.chance(0.3) ? result.replace(pattern, random.pick(forms)) : result), text);
}

/** One wrong letter in one longer word. */
function slipAt(random: Random, parts: readonly string[]): string[] {
  const words = parts.flatMap((part, index) => (part.startsWith('⟦') ? [] : [...part.matchAll(/[a-z]{5,}/g)].map((match) => ({ index, at: match.index, word: match[0] }))));
  if (words.length === 0) return [...parts];
  const { index, at, word } = random.pick(words);
  return parts.map((part, place) => (place === index ? part.slice(0, at) + misspell(random, word) + part.slice(at + word.length) : part));
}

function misspell(random: Random, word: string): string {
  const at = random.integer(1, word.length - 3);
  const [a = '', b = ''] = [word[at], word[at + 1]];
  return random.pick([word.slice(0, at) + b + a + word.slice(at + 2), word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + a + word.slice(at)]);
}
