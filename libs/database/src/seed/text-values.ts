import type { ColumnContext } from './column-values.ts';
import { cities, countries, emailDomains, firstNames, lastNames, nouns, sentences, streets } from './value-pools.ts';

type TextRule = readonly [pattern: RegExp, draw: (context: ColumnContext) => string];

const person = /customer|person|people|user|employee|staff|contact|patient|author|member|student|client|teacher|driver|doctor|agent|manager|guest|trainer|coach|instructor|passenger|donor|volunteer|tenant|referee|mechanic|technician|player|nurse|subscriber|visitor|worker|candidate|applicant|pupil|holder|(^|_)(emp|usr|cust)($|_)/;

/** What a text column holds, told by its name; the first rule that fits. */
const rules: readonly TextRule[] = [
  [/e_?mail/, drawEmail],
  [/phone|mobile|cell|fax/, ({ random }) => `+${random.pick(['1-212', '1-415', '44-20', '49-30', '33-1'])}-555-${String(random.integer(0, 9999)).padStart(4, '0')}`],
  [/first_?(name|nm)|^fname|given/, ({ random }) => random.pick(firstNames)],
  [/last_?(name|nm)|^lname|surname|family/, ({ random }) => random.pick(lastNames)],
  [/full_?(name|nm)/, drawPerson],
  [/street|address|addr/, ({ random }) => `${random.integer(1, 250)} ${random.pick(streets)}`],
  [/city|town/, ({ random }) => random.pickSkewed(cities)],
  [/country|nation/, ({ random }) => random.pickSkewed(countries)],
  [/postal|zip|postcode/, ({ random }) => String(random.integer(10_000, 99_999))],
  [/gender|sex/, ({ random }) => random.pickSkewed(['Female', 'Male'])],
  [/url|website|link/, ({ random }) => `https://www.${random.pick(nouns).toLowerCase()}.example`],
  [/code|sku|number|isbn|reference|_no$/, ({ random, number }) => `${random.pick(['A', 'B', 'C'])}${String(number).padStart(5, '0')}`],
  [/note|comment|description|remark|text|body|message/, ({ random }) => random.pick(sentences)],
];

/** Draws a text for a column and cuts it to the column's width. */
export function personText(context: ColumnContext): string {
  const { column, table } = context;
  const rule = rules.find(([pattern]) => pattern.test(column.name));
  const isPersonName = /(name|nm)$/.test(column.name) && person.test(table.name);
  const text = rule !== undefined ? rule[1](context) : isPersonName ? drawPerson(context) : drawTitle(context);
  return text.slice(0, textWidth(column.type));
}

/** Letters that a text type holds. */
export function textWidth(type: string): number {
  return /char/.test(type) ? Number(/\((\d+)\)/.exec(type)?.[1] ?? Infinity) : Infinity;
}

function drawPerson({ random }: ColumnContext): string {
  return `${random.pick(firstNames)} ${random.pick(lastNames)}`;
}

function drawTitle({ random }: ColumnContext): string {
  return `${random.pick(nouns)} ${random.pick(nouns)}`;
}

function drawEmail(context: ColumnContext): string {
  const { row, random, table } = context;
  const names = Object.entries(row).filter(([name, value]) => /name/.test(name) && typeof value === 'string');
  const own = names.filter(([name]) => table.columns.some((column) => column.name === name)).map(([, value]) => String(value));
  const known = own.length > 0 ? own.join(' ') : names[0]?.[1];
  const local = String(known ?? drawPerson(context)).toLowerCase().replace(/[^a-z]+/g, '.');
  return `${local}${random.chance(0.4) ? random.integer(1, 99) : ''}@${random.pickSkewed(emailDomains)}`;
}
