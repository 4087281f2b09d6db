import { abstractNames } from '../abstract-names.ts';
import { outsideOfPlaces } from '../outside-of-places.ts';

/**
 * Writes a statement over customer, contact and address as one over a table of people who have a city, an e-mail address and a phone number of their own,
 * with places in braces for its table and columns (see `Phrase`); undefined where that is not possible, or where the rows would not be the same.
 */
export function abstractPersonStatement(sql: string): string | undefined {
  if (beyond.test(sql)) return undefined;
  const merged = mergeChildren(sql);
  if (merged === undefined) return undefined;
  const abstracted = abstractGender(abstractShownNames(abstractNames(abstractColumns(abstractPlaces(merged)))));
  return left.test(outsideOfPlaces(abstracted)) ? undefined : abstracted;
}

/** Values of a source cannot be asked of another category; what a customer has several of is no column. */
const beyond = /source (=|<>|I?LIKE|IN|NOT IN|IS DISTINCT)|is_primary|customer_key NOT IN|UNION|INTERSECT|EXCEPT|\bWITH\b(?! TIES)|LATERAL|\|\|/;

/** What must not be left of the source's names. */
const left = /\b(customer|contact|address|customer_key|full_name|source|gender|dateofbirth|created_date|updated_date|street_address|city|state|postal_code|country|email|phone)\b|\b[a-z]+\d?\./i;

const child = '(?:contact|address)';
const alias = '(?:\\w+\\.)?';
/** A condition without another query in it. */
const plain = '((?:[^()]|\\([^()]*\\))*?)';

/** Takes the columns of contact and address for columns of customer. */
function mergeChildren(sql: string): string | undefined {
  if (!/\b(contact|address)\b/.test(sql)) return dropAlias(sql);
  // A person has one row here: rows of a child that are counted, named by their key or all of whose columns are shown are others.
  if (/SELECT (DISTINCT )?(\w+\.)?\*|HAVING|(ct|a)\.(created|updated)_date|_key, /.test(sql)) return undefined;
  if (/^SELECT (?:(?!FROM).)*FROM (contact|address)\b/.test(sql) && /(created|updated)_date/.test(sql) && !/JOIN/.test(sql)) return undefined;
  const merged = sql
    .replace(new RegExp(`NOT EXISTS \\(SELECT 1 FROM ${child} (\\w+) WHERE \\1\\.customer_key = \\w+\\.customer_key AND \\(\\1\\.(\\w+) IS NOT NULL OR \\1\\.(\\w+) IS NOT NULL\\)\\)`, 'g'), '$2 IS NULL AND $3 IS NULL')
    .replace(new RegExp(`NOT EXISTS \\(SELECT 1 FROM ${child} (\\w+) WHERE \\1\\.customer_key = \\w+\\.customer_key AND \\1\\.(\\w+) IS NOT NULL\\)`, 'g'), '$2 IS NULL')
    .replace(new RegExp(`(?<!NOT )EXISTS \\(SELECT 1 FROM ${child} (\\w+) WHERE \\1\\.customer_key = \\w+\\.customer_key AND ${plain}\\)`, 'g'), '$2')
    .replace(new RegExp(`${alias}customer_key IN \\(SELECT ${alias}customer_key FROM ${child}(?: \\w+)? WHERE ${plain}\\)`, 'g'), (_, condition: string) => (/ OR /.test(condition) ? `(${condition})` : condition))
    .replace(new RegExp(`FROM customer (\\w+) JOIN ${child} (\\w+) ON (?:\\2\\.customer_key = \\1\\.customer_key|\\1\\.customer_key = \\2\\.customer_key)`, 'g'), 'FROM customer')
    .replace(new RegExp(`FROM ${child} (\\w+) JOIN customer (\\w+) ON (?:\\2\\.customer_key = \\1\\.customer_key|\\1\\.customer_key = \\2\\.customer_key)`, 'g'), 'FROM customer')
    .replace(new RegExp(`${alias}customer_key IN \\(SELECT customer_key FROM customer WHERE ${plain}\\)`, 'g'), (_, condition: string) => (/ OR /.test(condition) ? `(${condition})` : condition))
    .replace(new RegExp(`COUNT\\(DISTINCT ${alias}customer_key\\)`, 'g'), 'COUNT(*)');
  // Rows of a child beside those of customer are others: their ratio is no one.
  if (/\bFROM customer\b/.test(merged) && new RegExp(`\\bFROM ${child}\\b`).test(merged)) return undefined;
  const alone = merged.replace(new RegExp(`FROM ${child}\\b(?: (?:ct|a)\\b)?`, 'g'), 'FROM customer');
  return /customer_key|JOIN/.test(alone) || inTwoPlaces.test(alone) ? undefined : dropAlias(alone);
}

/** Who has one city does not live in two. */
const inTwoPlaces = /\b(city|state|country) = '[^']*' AND \1 = /;

function dropAlias(sql: string): string {
  return sql.replace(/\bFROM customer (c|ct|a)\b/g, 'FROM customer').replace(/\b(c|ct|a)\.(?=\w)/g, '');
}

const columns: Readonly<Record<string, string>> = { dateofbirth: 'birth', created_date: 'created', updated_date: 'updated', customer_key: 'key', street_address: 'street', city: 'city', state: 'state', postal_code: 'postalCode', country: 'country', email: 'email', phone: 'phone', source: 'category' };

/** Replaces names outside of quotation marks and braces. */
function abstractColumns(sql: string): string {
  return sql.replace(/'[^']*'|\{[^}]*\}|\bFROM customer\b|\b[a-z_]+\b/g, (word) => (word === 'FROM customer' ? 'FROM {people}' : columns[word] === undefined ? word : `{${columns[word]}}`));
}

/** Marks the values that places are compared with. */
function abstractPlaces(sql: string): string {
  let count = 0;
  const marked = (column: string, list: string): string => list.replace(/'([^']+)'/g, (_, value: string) => `'{${column} ${(count += 1)} ${value}}'`);
  return sql.replace(/\b(city|state|country) (=|<>|IN|NOT IN) (\([^()]*\)|'[^']*')/g, (_, column: string, operator: string, list: string) => `${column} ${operator} ${marked(column, list)}`);
}

function abstractShownNames(sql: string): string {
  return sql
    .replace(/SPLIT_PART\(full_name, ' ', 1\)/g, '{first name}')
    .replace(/ORDER BY full_name\b(?! DESC)/g, 'ORDER BY {name order}')
    .replace(/(SELECT (?:DISTINCT )?|, |GROUP BY )full_name(?=,| FROM| HAVING| ORDER|$)/g, '$1{names}')
    .replace(/\bfull_name\b/g, '{name}');
}

function abstractGender(sql: string): string {
  return sql.replace(/\bgender\b((?: = | <> | IN | NOT IN )\(?)('[^']*'(?:, '[^']*')*)?/g, (_, operator: string, values?: string) => `{gender}${operator}${(values ?? '').replace(/'([^']*)'/g, "'{gender $1}'")}`).replace(/(?<!\{)\bgender\b(?! \w+\})/g, '{gender}');
}
