import { compact, isOfSpellings, termGroups } from './known-terms.ts';
import { matchTypo } from './match-typo.ts';

const shortestPrefix = 3;
const shortestPart = 4;

/**
 * The value of a column that a written word stands for, if one is near: the same but for case, accents, blanks and signs; a synonym or
 * code of general knowledge; singular for plural; initials, beginning or a word of it; a slip of the fingers. What two values are as
 * near to stays, and so do numbers and dates. A word that is itself known to mean
 * something else (Iran is no slip of Iraq) is matched by its meaning only.
 */
export function matchValue(written: string, values: readonly string[]): string | undefined {
  if (figures.test(written)) return undefined;
  for (const rule of rules) {
    const found = rule(written, values);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Rule = (written: string, values: readonly string[]) => string | undefined;

const rules: readonly Rule[] = [sameLetters, sameMeaning, sameStem, abbreviation, beginning, part, typo];

/** Words that turn what a value says into something else. */
const turning = /\b(not|non|no|never|without|partial|partially|partly|half|semi|former|ex|pre|anti|un|other)\b/i;

/** Numbers, dates and times stay as they are written. */
const figures = /^[\d\s.,:;/+-]*$/;

function sameLetters(written: string, values: readonly string[]): string | undefined {
  const key = compact(written);
  return values.find((value) => value.toLowerCase() === written.toLowerCase()) ?? (key === '' ? undefined : values.find((value) => compact(value) === key));
}

/** Of several spellings in one group the most frequent is taken; values of different groups, or different things of one, leave it open. */
function sameMeaning(written: string, values: readonly string[]): string | undefined {
  return only(groupsOf(written).flatMap((group) => {
    const alike = values.filter((value) => groupsOf(value).includes(group));
    return isOfSpellings(group) ? alike.slice(0, 1) : alike;
  }));
}

function sameStem(written: string, values: readonly string[]): string | undefined {
  return only(values.filter((value) => stem(value) === stem(written)));
}

/** English plurals: parties, boxes, referrals. */
function stem(word: string): string {
  return compact(word).replace(/ies$/, 'y').replace(/(s|x|z|ch|sh)es$/, '$1').replace(/([^s])s$/, '$1');
}

/** `WOM` for `Word of Mouth`, and `A` for `Active` where all values are single letters. */
function abbreviation(written: string, values: readonly string[]): string | undefined {
  const key = compact(written);
  if (values.every((value) => value.length === 1)) return only(values.filter((value) => key.startsWith(compact(value))));
  return groupsOf(written).length > 0 ? undefined : only(values.filter((value) => isInitials(key, value) || isInitials(compact(value), written)));
}

function isInitials(short: string, long: string): boolean {
  const words = long.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.length > 1 && words.map((word) => word[0]?.toLowerCase()).join('') === short;
}

function beginning(written: string, values: readonly string[]): string | undefined {
  return only(unrelated(written, values).filter((value) => begins(written, value) || begins(value, written)));
}

/** Whole words of the longer text, or more than about half of it: Web of Website, but not Java of JavaScript. */
function begins(short: string, long: string): boolean {
  const [key, other] = [compact(short), compact(long)];
  if (key.length < shortestPrefix || !other.startsWith(key)) return false;
  const wholeWords = long.toLowerCase().startsWith(short.toLowerCase()) && !/[\p{L}\p{N}]/u.test(long[short.length] ?? '');
  return wholeWords || key.length * 2 + 1 >= other.length;
}

/** `manager` of `Branch Manager`, where no other value has the word; not `paid` of `not paid`. */
function part(written: string, values: readonly string[]): string | undefined {
  const key = written.trim().toLowerCase();
  if (key.length < shortestPart || !/^\p{L}/u.test(key)) return undefined;
  const holding = unrelated(written, values).filter((value) => ` ${value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${key} `));
  return holding.some((value) => turning.test(value)) ? undefined : only(holding);
}

function typo(written: string, values: readonly string[]): string | undefined {
  return groupsOf(written).length > 0 ? undefined : matchTypo(written, unrelated(written, values));
}

/** Without the values that are known to mean something else than a known word. */
function unrelated(written: string, values: readonly string[]): readonly string[] {
  return groupsOf(written).length === 0 ? values : values.filter((value) => groupsOf(value).length === 0);
}

function groupsOf(word: string): readonly number[] {
  return termGroups.get(compact(word)) ?? [];
}

function only(values: readonly string[]): string | undefined {
  const distinct = [...new Set(values)];
  return distinct.length === 1 ? distinct[0] : undefined;
}
