import type { Random } from '../random.ts';
import { commonSlips } from './common-misspellings.ts';
import { misspell } from './misspell.ts';

const abbreviations: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\baverage\b/, ['avg']], [/\bnumber of\b/, ['nr of', 'no. of', '# of', 'num', 'count of']], [/\bmaximum\b/, ['max']], [/\bminimum\b/, ['min']], [/\bpercentage\b/, ['%', 'pct', 'percent']], [/\bwithout\b/, ['w/o', 'without', 'no']],
  [/\bwith\b/, ['w', 'w/', 'with']], [/ and /, [' & ', ' + ', ' and ']], [/\bphone number\b/, ['phone', 'tel']], [/\bdate of birth\b/, ['dob']], [/\bappointments\b/, ['appts']], [/\bcustomers\b/, ['custs', 'customers']],
  [/\bemployees\b/, ['emps', 'employees']], [/\bquantity\b/, ['qty']], [/\bdepartment\b/, ['dept']], [/\bmore than\b/, ['>', 'more than']], [/\bat least\b/, ['min', 'at least']], [/\baddresses\b/, ['adresses', 'addresses']],
  [/\bhow many\b/, ['how many', 'hw many', 'howmany', 'how much', 'how mny']], [/\bplease\b/, ['pls', 'plz']], [/\byour\b/, ['ur']], [/\byears\b/, ['yrs', 'years']], [/\binformation\b/, ['info']], [/\baddress\b/, ['addr', 'address']], [/\bbetween\b/, ['btwn', 'between']],
  [/\bmonth\b/, ['mth', 'mo', 'month']], [/\byear\b/, ['yr', 'year']], [/\bweek\b/, ['wk', 'week']], [/\bminutes\b/, ['mins']], [/\bhours\b/, ['hrs', 'hours']], [/\bamount\b/, ['amt', 'amount']], [/\bmanager\b/, ['mgr', 'manager']], [/\baccount\b/, ['acct', 'account']], [/\bdescription\b/, ['desc']], [/\bpeople\b/, ['ppl', 'people']],
  [/\bbefore\b/, ['b4', 'before', 'before']], [/\bproducts\b/, ['prods', 'products']], [/\btransactions\b/, ['txns', 'transactions']], [/\bmessages\b/, ['msgs', 'messages']], [/\bfor each\b/, ['per', 'by', 'for each']], [/\bnumber\b/, ['no.', 'nr', 'number', 'number']], [/\bless than\b/, ['<', 'less than']], [/\bpercent of\b/, ['% of']], [/\bare you\b/, ['r u']], [/\byou\b/, ['u', 'you']],
];

/** Types a phrase in haste: lower case, few articles, abbreviations, now and then a wrong letter. Marked values keep their letters, at times in lower case. */
export function careless(random: Random, text: string): string {
  const parts = text.replace(/[?.]$/, '').split(/(⟦.*?⟧)/);
  const keepsCase = random.chance(0.5);
  const hasty = parts.map((part) => (part.startsWith('⟦') ? (keepsCase ? part : part.toLowerCase()) : abbreviate(random, dropArticles(random, part.toLowerCase()))));
  const once = random.chance(0.4) ? slipAt(random, hasty) : hasty;
  const slip = random.chance(0.06) ? slipAt(random, once) : once;
  return `${slip.join('').replace(/\s+/g, ' ').trim()}${random.chance(0.12) ? '?' : ''}`;
}

function dropArticles(random: Random, text: string): string {
  return random.chance(0.85) ? text.replace(/(^| )(the|a|an|all the) (?=\S|$)/g, '$1').replace(/ their /g, ' ') : text;
}

function abbreviate(random: Random, text: string): string {
  return abbreviations.reduce((result, [pattern, forms]) => (pattern.test(result) && random.chance(0.3) ? result.replace(pattern, random.pick(forms)) : result), text);
}

/** One wrong letter in one longer word; in a value only where the database is known to hold it. */
export function slipAt(random: Random, parts: readonly string[]): string[] {
  const words = parts.flatMap((part, index) => (part.startsWith('⟦') && !part.startsWith('⟦≈') ? [] : [...part.matchAll(/[a-z]{5,}/g)].map((match) => ({ index, at: match.index, word: match[0] }))));
  if (words.length === 0) return [...parts];
  const usual = words.filter(({ word }) => commonSlips(word).length > 0);
  const isUsual = usual.length > 0 && random.chance(0.4);
  const { index, at, word } = random.pick(isUsual ? usual : words);
  const slip = isUsual ? random.pick(commonSlips(word)) : misspell(random, word);
  return parts.map((part, place) => (place === index ? part.slice(0, at) + slip + part.slice(at + word.length) : part));
}
