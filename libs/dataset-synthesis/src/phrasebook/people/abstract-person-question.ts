/**
 * Writes a question about customers as one about any people, with places in braces (see `Phrase`); undefined where it speaks of what only that database has,
 * or does not say a value that its SQL compares with.
 */
export function abstractPersonQuestion(question: string, sql: string): string | undefined {
  const nouns = question.replace(/\b(customers|clients|custs|custmers|members|subscribers|patrons|buyers|clientele)\b/gi, '{people}').replace(/\b(customer|client|cust|member|subscriber|patron|buyer)\b/gi, '{person}');
  const categories = sql.includes('{category}') ? nouns.replace(/\b(sources|channels)\b/gi, '{categories}').replace(/\b(source|channel)\b/gi, '{category}') : nouns;
  const said = [...sql.matchAll(/\{(city|state|country) (\d+) ([^}]+)\}/g)].reduce<string | undefined>((text, [, column = '', number = '', value = '']) => sayValue(text, value, `{${column} ${number}}`), categories);
  const isForeign = said === undefined || foreign.test(said) || (sql.includes('{category}') && (!said.includes('{categor') || waysOfComing.test(said)));
  return isForeign ? undefined : said;
}

/** What other databases do not have, or what would be something else there; customers and clients that are misspelt among it. */
const foreign = /(?<!\b(e-?mail|mail|email) )\b(addr(ess(es)?)?|adress(es)?|adrs?)\b|\b(contacts?|entry|entries|accounts?|sources?|channels?|homes?|inbox(es)?|lines?|walk-?ins?|referrals?|book|base|list(ed)? as|territory|profiles?)\b|\{person\} base|\{people\} base|\bcus\w*|\bcl[aeint]{2,5}s?\b/i;

/** What is said of the channel through which somebody came, and of no other category. */
const waysOfComing = /\b(br(ings?|ought)|through|arriv\w*|c[ao]mes?|coming|ways?|found|find|w[io]n|won|reach\w*|via|attract\w*|sent|sends?|led|leads?|deliver\w*|recruit\w*|produc\w*|suppl\w*|working|works?|pull\w*|gained?|draw\w*|drew|behind|responsible|owe)\b/i;

function sayValue(text: string | undefined, value: string, place: string): string | undefined {
  const at = text === undefined ? -1 : text.toLowerCase().indexOf(value.toLowerCase());
  if (text === undefined || at === -1 || /\w/.test(text[at - 1] ?? '') || /\w/.test(text[at + value.length] ?? '')) return undefined;
  return text.slice(0, at) + place + text.slice(at + value.length);
}
