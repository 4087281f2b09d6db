import { outsideOfPlaces } from '../outside-of-places.ts';
import type { Phrase } from '../phrase.ts';

/**
 * Writes a question about customers, addresses or contacts as one about any things, with places in braces (see `Phrase`); undefined where it speaks of what only people have,
 * of a value, or of more than one table. A city, a state, a country, a source or a gender is a category here, and what else may be missing is a column.
 */
export function abstractThing({ questions, sql }: Phrase): Phrase | undefined {
  const table = /^SELECT(?:(?!\bFROM\b).)*\bFROM (customer|address|contact)\b/.exec(sql)?.[1];
  if (table === undefined || beyond.test(sql) || sql.replaceAll(new RegExp(`\\bFROM ${table}\\b`, 'g'), '').match(/\b(FROM|JOIN) (?!\()/) !== null) return undefined;
  const places = placesOf(sql);
  if (places === undefined) return undefined;
  const statement = abstractStatement(sql, table, places);
  const asked = questions.flatMap((question) => abstractQuestion(question, statement, places) ?? []);
  return left.test(outsideOfPlaces(statement)) || asked.length === 0 ? undefined : { questions: asked, sql: statement };
}

/** Values of these columns mean nothing elsewhere; an owner and the last change are no columns that most tables have. */
const beyond = /\b(city|state|country|source|gender|postal_code|street_address|email|phone|full_name) (=|<>|I?LIKE|IN|NOT IN|IS DISTINCT)|is_primary|dateofbirth|updated_date|UNION|INTERSECT|EXCEPT|\bWITH\b(?! TIES)|LATERAL|\|\||LOWER|LENGTH|SPLIT_PART|SUBSTRING/;
const left = /\b(customer|contact|address|\w+_key|full_name|source|gender|created_date|street_address|city|state|postal_code|country|email|phone)\b|\b[a-z]+\d?\./i;

/** How the columns are called in questions, one of them and several. */
const words: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  city: [/\b(city|town)\b/gi, /\b(cities|towns)\b/gi],
  country: [/\b(country|nation|land)\b/gi, /\b(countries|nations|lands)\b/gi],
  state: [/\b(state|province)\b/gi, /\b(states|provinces)\b/gi],
  source: [/\b(source|channel)\b/gi, /\b(sources|channels)\b/gi],
  gender: [/\b(gender|sex)\b/gi, /\b(genders|sexes)\b/gi],
  postal_code: [/\b(zip ?code|postcode|post code|postal code|zip)\b/gi, /\b(zip ?codes|postcodes|post codes|postal codes|zips)\b/gi],
  street_address: [/\bstreet( line| address)?\b/gi, /\bstreets\b|\bstreet (lines|addresses)\b/gi],
  email: [/\be-?mail( address)?\b|\bmail address\b/gi, /\be-?mails\b|\b(e-?)?mail addresses\b/gi],
  phone: [/\b(tele)?phone( number)?\b/gi, /\b(tele)?phones\b|\b(tele)?phone numbers\b/gi],
};
const categories = ['city', 'country', 'state', 'source', 'gender'];

/** The place of each of these columns: two categories and one other at most. */
function placesOf(sql: string): ReadonlyMap<string, string> | undefined {
  const used = [...new Set(sql.match(/\b(city|country|state|source|gender|postal_code|street_address|email|phone)\b/g) ?? [])];
  const [grouped, others] = [used.filter((column) => categories.includes(column)), used.filter((column) => !categories.includes(column))];
  if (grouped.length > 2 || others.length > 1) return undefined;
  return new Map([...grouped.map((column, index) => [column, index === 0 ? 'category' : 'category 2'] as const), ...others.map((column) => [column, 'column'] as const)]);
}

function abstractStatement(sql: string, table: string, places: ReadonlyMap<string, string>): string {
  return sql
    .replaceAll(new RegExp(`\\bFROM ${table}\\b`, 'g'), 'FROM {things}')
    .replace(/(SELECT (?:DISTINCT )?|, )full_name(?=,| FROM)/g, '$1{names}')
    .replace(/'[^']*'|\{[^}]*\}|\b[a-z_]+\b/g, (word) => (word === `${table}_key` ? '{key}' : word === 'created_date' ? '{moment}' : places.has(word) ? `{${places.get(word)}}` : word));
}

/** The place of a plural: `categories 2`. */
function severalOf(place: string): string {
  return place.replace('category', 'categories').replace('column', 'columns');
}

function abstractQuestion(question: string, sql: string, places: ReadonlyMap<string, string>): string | undefined {
  const nouns = question
    .replace(/\b(customers|clients|custs|address(es)? (entries|records|rows)|addr rows|addresses|adresses|addrs|adrs|contact (entries|records|rows)|contacts)\b/gi, '{things}')
    .replace(/\b(customer|client|cust|address (entry|record)|address|adress|addr|adr|contact (entry|record)|contact)\b(?! book)/gi, '{thing}');
  const done = nouns.replace(/\b(added|created|entered|recorded|registered|stored)\b/gi, '{done}');
  const said = [...places].reduce((text, [column, place]) => {
    const [one, several] = words[column] ?? [];
    return one === undefined || several === undefined ? text : text.replace(several, `{${severalOf(place)}}`).replace(one, `{${place}}`);
  }, done);
  const isSaid = /\{things?\}/.test(said) && [...places.values()].every((place) => said.includes(`{${place}}`) || said.includes(`{${severalOf(place)}}`));
  return isSaid && !foreign.test(said.replace(/\{[^}]*\}/g, '')) && !(said.includes('{done}') && !sql.includes('{moment}')) ? said : undefined;
}

/** What is said of people and places, what is done to no other things, and words of columns that have no place here. */
const foreign = /\b(people|persons?|ppl|folks|who|whom|whose|li[vf]es?|living|lived|located|lies?|homes?|somebody|someone|anybody|anyone|everybody|everyone|nobody|men|women|males?|females?|lad(y|ies)|gentlem[ae]n|guys?|age[ds]?|born|birth\w*|bdays?|older|younger|oldest|youngest|join\w*|sign\w*|came|come|coming|won?|win|gain\w*|br(ing|ought)\w*|serve\w*|newcomers?|put|took|taken?|typed|noted|file[ds]?|book|main|primary|office|capital|labels?|letters?|called|named|names?|mother|world|member\w*|regist\w*|territor\w*|market|city|town|cities|towns|countr\w*|nations?|states?|sources?|channels?|gender|sex|zips?|street\w*|e?-?mails?|phones?|cus\w*|cl[aeint]{2,5}s?|ad+r?e?s\w*|conta\w*|reach\w*|through|via|subscrib\w*|walk\w*|place[ds]?|account\w*)\b/i;
