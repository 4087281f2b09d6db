import { abstractNames } from '../abstract-names.ts';
import { outsideOfPlaces } from '../outside-of-places.ts';
import type { Phrase } from '../phrase.ts';

/**
 * Writes a question about customers and how many addresses or contacts they have as one about any parents and their children, with places in braces (see `Phrase`);
 * undefined where it speaks of more than that.
 */
export function abstractRelation({ questions, sql }: Phrase): Phrase | undefined {
  const children = new Set(sql.match(/\b(?<=(FROM|JOIN) )(address|contact)\b/g));
  if (children.size !== 1 || !/\b(FROM|JOIN) customer\b/.test(sql) || beyond.test(sql)) return undefined;
  const statement = abstractStatement(sql);
  if (left.test(outsideOfPlaces(statement))) return undefined;
  const asked = questions.flatMap((question) => abstractQuestion(question, statement) ?? []);
  return asked.length === 0 ? undefined : { questions: asked, sql: statement };
}

const beyond = /\b(city|country|state|street_address|postal_code|email|phone|is_primary|source|gender|dateofbirth|updated_date)\b|c\.created_date|c\.full_name I?LIKE|UNION|INTERSECT|EXCEPT|\bWITH\b(?! TIES)|LATERAL|\|\||address a2|contact ct2|NOT IN/;
const left = /\b(\w*(customer|contact|address)\w*|\w+_key|full_name|created_date)\b|\b[a-z]+\d?\./i;

function abstractStatement(sql: string): string {
  return abstractNames(sql)
    .replace(/\bcustomer_key IN \(SELECT customer_key FROM (address|contact)\b/g, '{key} IN (SELECT {owner} FROM $1')
    .replace(/\bcustomer_key IN \(SELECT customer_key FROM customer\b/g, '{owner} IN (SELECT {key} FROM customer')
    .replace(/\bGROUP BY customer_key\b/g, 'GROUP BY {owner}')
    .replace(/\b(a|ct)\.customer_key\b/g, '{c}.{owner}')
    .replace(/\bc\.customer_key\b/g, '{p}.{key}')
    .replace(/\b(a|ct)\.(address|contact)_key\b/g, '{c}.{child key}')
    .replace(/\b(a|ct)\.created_date\b/g, '{c}.{moment}')
    .replace(/\bSELECT ((?:MIN|MAX)\()?created_date(\))? FROM (address|contact)\b/g, 'SELECT $1{moment}$2 FROM $3')
    .replace(/\bFROM (address|contact) WHERE ((?:EXTRACT\(\w+ FROM )?)created_date\b/g, 'FROM $1 WHERE $2{moment}')
    .replace(/\bc\.full_name\b(?! (?:NOT|IS|<>|=))/g, '{p names}')
    .replace(/\bSELECT full_name\b/g, 'SELECT {names}')
    .replace(/\b(FROM|JOIN) (address|contact) (a|ct)\b/g, '$1 {children} {c}')
    .replace(/\b(FROM|JOIN) customer c\b/g, '$1 {parents} {p}')
    .replace(/\b(FROM|JOIN) (address|contact)\b/g, '$1 {children}')
    .replace(/\b(FROM|JOIN) customer\b/g, '$1 {parents}')
    .replace(/'with(out)? (address|contact)'/g, "'with$1 {child}'");
}

function abstractQuestion(question: string, sql: string): string | undefined {
  const said = question
    .replace(/\b(address(es)? (entries|records|rows)|addr rows|addresses|adresses|addrs|contact (entries|records|rows)|contacts)\b/gi, '{children}')
    .replace(/\b(address (entry|record)|address|adress|addr|contact (entry|record)|contact)\b(?! (book|details?|info))/gi, '{child}')
    .replace(/\b(customers|clients|custs)\b/gi, '{parents}')
    .replace(/\b(customer|client|cust)\b/gi, '{parent}')
    .replace(/\b(added|created|entered|recorded)\b/gi, '{done}');
  const isSaid = /\{child(ren)?\}/.test(said) && said.includes('{done}') <= sql.includes('{moment}');
  return isSaid && !foreign.test(said.replace(/\{[^}]*\}/g, '')) ? said : undefined;
}

/** What is said of addresses and of ways to reach somebody, and of no other things. */
const foreign = /\b(li[vf]es?|living|lived|located|lies?|homes?|resid\w*|place[ds]?|put|book\w*|entr(y|ies)|details?|reach\w*|dwell\w*|house\w*|mov(e|ed|ing)|addr\w*|ad+r?e?s+\w*|adr|conta\w*|cus\w*|cl[aeint]{2,5}s?|join\w*|sign\w*|regist\w*|phones?|e?-?mails?|gentlem[ae]n|lad(y|ies)|files?|accounts?|profile|primary|main)\b/i;
