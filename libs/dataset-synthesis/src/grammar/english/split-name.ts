import { abbreviations, glued } from './abbreviations.ts';

/** Words that mean something else together than alone. */
const rewrites: readonly (readonly [RegExp, string])[] = [
  [/\be mail\b/, 'email'], [/\b(check|opt|follow) (ins?|outs?|ups?)\b/, '$1-$2'], [/(\w) no$/, '$1 number'], [/^(no|nr) of /, 'number of '], [/^pay (?=method|mode|type|status|date)/, 'payment '], [/^ship (?=city|country|name|address|region|postal|state|street|zip)/, 'shipping '],
  [/^bill (?=city|country|name|address|region|postal|state|street|zip)/, 'billing '], [/^term (?=date)/, 'termination '], [/^(from|begin) (?=date$|time$)/, 'start '], [/^(to|until|thru|through) (?=date$|time$)/, 'end '], [/\bcomm (?=percentage|rate|amount)/, 'commission '], [/(\w) (flag|flg|yn|ind|indicator)$/, '$1'],
  [/ (minutes|hours|days|weeks|months|years) count$/, ' $1'], [/^expiry (?=claim|report|amount|category|type)/, 'expense '], [/\bhour rate$/, 'hourly rate'], [/^ot (?=hours|pay|rate)/, 'overtime '], [/^std (?=minutes|hours|days|price|rate|cost|time)/, 'standard '], [/^schedule (?=dep|arr|start|end|date|time)/, 'scheduled '], [/^(scheduled|actual|planned|estimated|expected) dep( time| date)?$/, '$1 departure$2'],
];

/** The words of a name of the schema: `sales.tbl_OrderItem` is "order item", `enrol_dt` "enrol date". */
export function splitName(name: string): string {
  const own = (name.split('.').at(-1) ?? name).replace(/^(tbl|tb|dim|fact|vw|v|t)_/i, '').replace(/^tbl(?=[A-Z])/, '');
  const words = own.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').split(/[_\s-]+/).map((word) => word.toLowerCase());
  const full = words.filter((word) => word !== '').map((word, at, all) => wordFor(word, all[at - 1], at === all.length - 1));
  return rewrites.reduce((name, [pattern, words]) => name.replace(pattern, words), full.join(' '));
}

function wordFor(word: string, before: string | undefined, isLast: boolean): string {
  // A shortest duration is a `min_dur`, but `dur_min` are minutes.
  if (word === 'min' && before !== undefined && isLast) return 'minutes';
  // A `price_curr` is a currency, a `curr_owner` the one of today.
  if (word === 'curr' || word === 'cur') return isLast || before !== undefined ? 'currency' : 'current';
  return glued[word] ?? abbreviations[word] ?? word;
}

const kinds = /^(ref|lkp|lu|mst|stg|master) (?=\w)/;
const ends = / (table|tbl|master|mst|lookup|lkp|dim|fact)$/;

/** The words of each table's name, without what only says that it is a table: a prefix that all share (`crm_contact`, `crm_deal`), `lkp_`, `_master`. Names stay different. */
export function tableNames(names: readonly string[]): string[] {
  const words = names.map(splitName);
  const [first = ''] = words[0]?.split(' ') ?? [];
  const isShared = names.length > 2 && words.every((name) => name.startsWith(`${first} `));
  const bare = words.map((name) => (isShared ? name.slice(first.length + 1) : name).replace(kinds, '').replace(ends, ''));
  return bare.map((name, index) => (bare.indexOf(name) === bare.lastIndexOf(name) ? name : (words[index] ?? name)));
}
