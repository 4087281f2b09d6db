import type { Column, DatabaseSchema, Table } from '@sqlwright/schema';
import { splitName } from '../english/split-name.ts';
import { withoutKind } from './kind-words.ts';
import type { ColumnRole } from './lexicon-types.ts';

const texts = /^(varchar|char|text|citext|bpchar)$/;
const numbers = /^(smallint|integer|bigint|numeric|decimal|real|double precision)$/;

type Rule = readonly [RegExp, ColumnRole];

const textRules: readonly Rule[] = [
  [/\be ?mail\b/, 'email'],
  [/\b(phone|mobile|cell|telephone|fax)( number)?\b/, 'phone'],
  [/\b(first|given) name$|^forename$/, 'firstName'],
  [/\b(last|family) name$|^surname$/, 'lastName'],
  [/\bstreet\b|^address( line)?( 1)?$/, 'street'],
  [/\b(city|town|district|borough|county|suburb|village|neighbou?rhood|municipality)$/, 'city'],
  [/\b(country|nation)( name| code)?$/, 'country'],
  [/\b(postal code|zip|zip code|postcode)$/, 'postalCode'],
  [/\b(province|region)$|\b(state|province) code$/, 'state'],
  [/\b(isbn|sku|code|barcode|reference|serial number|vin|plate|license plate|number|key)$/, 'code'],
  [/\b(note|notes|comment|comments|description|remark|remarks|body|message|content|summary|goal|objective|reason|instructions|text|bio|abstract|details)$/, 'text'],
  [/\b(url|website|link|password|hash|token|image|photo|path|uuid)\b/, 'other'],
];
const categoryWords = /\b(status|stage|type|category|kind|gender|sex|source|channel|genre|level|class|grade|role|department|priority|method|language|currency|format|color|colour|brand|species|breed|specialty|specialization|segment|tier|plan|severity|condition|unit|size|mode|outcome|result|blood type|job title|position|edition|shape|relation|relationship|frequency|topic|industry|sector|membership|membership type|group|make|model|manufacturer|brand name|reason code|plan|package|product line|campaign|platform|device|browser|operating system|os|occupation|profession|purpose|weekday|payment type|rank|phase|state|direction|day|weekday|season|term|semester|nationality|religion|ethnicity|material|fuel|cuisine|difficulty|visibility|speciality|designation|team|shift|zone|wing|campus|faculty|major)$/;
const nameWords = /^(full name|name|title|label|display name|company|company name|headline|subject|username|login|.* name|(?!job |academic )\w+ title)$/;

/** Tells what a column means from its keys, type, values and name. */
export function roleOf(schema: DatabaseSchema, table: Table, column: Column, values: readonly string[]): ColumnRole {
  const type = plainType(column.type);
  if (table.primaryKey.includes(column.name) || table.foreignKeys.some(({ columns }) => columns.includes(column.name))) return 'key';
  const words = splitName(column.name);
  if (type === 'boolean') return 'flag';
  if (schema.enums.some(({ name }) => name === column.type)) return 'category';
  if (/^(date|timestamp)/.test(type)) return /\b(birth|dob|born|birthday)\b/.test(words) ? 'birth' : 'moment';
  if (numbers.test(type)) return numberRole(withoutKind(words), type);
  return texts.test(type) ? textRole(column.name, table, values) : 'other';
}

/** A type without its length. */
export function plainType(type: string): string {
  return type.replace(/\(.*?\)/, '').trim();
}

function numberRole(words: string, type: string): ColumnRole {
  if (/\b(id|key|latitude|longitude|version)$/.test(words) || words === 'number' || /\w (by|to)$/.test(words)) return 'key';
  if (/\byear$|^year \w+$|^(founded|established|built|released|published|born)( in)?$/.test(words)) return 'year';
  // A seat number is no figure to add up.
  if (/\w number$/.test(words)) return 'other';
  if (/\b(price|cost|amount|total|fee|salary|fine|balance|revenue|payment|budget|wage|charge|value|subtotal|tax|discount|income|rent|earnings|deposit|premium|fare|expense|expenses|refund|tip|turnover|profit|pay|debt|freight|postage)\b|\b(hourly|daily|weekly|monthly|nightly|room) rate$|^rate per /.test(words)) return 'amount';
  if (/\b(quantity|count|units|stock|copies|pages|seats|number|inventory|on hand|capacity|stays|visits|points|guests|nights|passengers|persons|people|participants|attendees|employees|bedrooms|bathrooms|rooms|beds|doors|places|likes|views|downloads|attempts|wins|losses|goals|credits|items|pieces|spots|slots)\b/.test(words)) return 'quantity';
  return /^(smallint|integer|bigint|numeric|decimal|real|double)/.test(type) ? 'measure' : 'other';
}

function textRole(column: string, table: Table, values: readonly string[]): ColumnRole {
  const words = ownWords(column, table);
  const rule = textRules.find(([pattern]) => pattern.test(words));
  if (words === 'state' && table.columns.some(({ name }) => /city|town|country|zip|postal/i.test(name))) return 'state';
  const isFew = values.length > 0 && values.length <= 25;
  if (rule !== undefined) return isFew && isListed(rule[1], words, column, table) ? 'category' : rule[1];
  if (nameWords.test(words) && !categoryWords.test(words)) return 'name';
  if (categoryWords.test(words) || words === 'state') return 'category';
  return isFew ? 'category' : 'text';
}

/** A `city_nm` is a city; the `level_nm` of a level is its name. */
function ownWords(column: string, table: Table): string {
  const words = splitName(column);
  const bare = withoutKind(words);
  return splitName(table.name).includes(bare) ? words : bare;
}

/** Of a few known values a reason is one of a list, and so is any text that a check limits; so is the job code of an employee, while a department's own code names it. */
function isListed(role: ColumnRole, words: string, column: string, table: Table): boolean {
  if (role === 'text') return /\b(reason|cause|outcome|result)$/.test(words) || table.checks.some((check) => new RegExp(`\\b${column}\\b.*(\\bin\\b|=\\s*any\\b)`, 'is').test(check));
  const listed = /^(\w+) code$/.exec(words)?.[1];
  return role === 'code' && listed !== undefined && !splitName(table.name).includes(listed);
}
