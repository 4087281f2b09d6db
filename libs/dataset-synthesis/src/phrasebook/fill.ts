import { withArticle } from '../grammar/english/inflect.ts';
import type { ColumnEntry, TableEntry, TableName } from '../grammar/lexicon/lexicon-types.ts';
import type { Random } from '../grammar/random.ts';

/** What a day has not, and what is an interval between moments only. */
const ofMoments = /HOUR|MINUTE|::time|hours?'|\{(created|moment)\}\)* - (?!INTERVAL)| - \w*\(*\{(created|moment)\}/;

/** Whether a statement cannot be asked of a column, as that holds days and the statement needs the time of the day. */
export function needsTime(sql: string, column: ColumnEntry | undefined): boolean {
  return column?.type === 'date' && ofMoments.test(sql);
}

/** Fills the places of a statement, each with its braces; undefined where there is nothing for one of them. */
export function fillPlaces(sql: string, textOf: (place: string) => string | undefined): string | undefined {
  const texts = new Map([...sql.matchAll(/\{[^}]*\}/g)].map(([place]) => [place, textOf(place)]));
  return [...texts.values()].includes(undefined) ? undefined : sql.replace(/\{[^}]*\}/g, (place) => texts.get(place) ?? '');
}

/** Puts a word for each place that follows an article, the article as the word wants it. @param wordOf undefined for places that stay */
export function fillAfterArticles(question: string, wordOf: (place: string) => string | undefined): string {
  return question.replace(/\b(an?) \{([^}]*)\}/gi, (whole, article: string, place: string) => {
    const word = wordOf(place);
    return word === undefined ? whole : `${article.charAt(0)}${withArticle(word).slice(1)}`;
  });
}

/** A word for the rows of a table. */
export function sayNoun(random: Random, table: TableEntry): TableName {
  return table.synonyms.length > 0 && random.chance(0.3) ? random.pick(table.synonyms) : table;
}

/** Three questions of one to three; equal ones are one question of the dataset. */
export function ofThree(questions: readonly string[], fill: (question: string) => string): [string, string, string] | undefined {
  const [first, second, third] = questions;
  return first === undefined ? undefined : [fill(first), fill(second ?? first), fill(third ?? first)];
}

/** A question that begins with a place begins with a capital as often as not; what is typed in haste has none. */
export function capitalize(random: Random, question: string, filled: string): string {
  return question.startsWith('{') && random.chance(0.6) ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled;
}

/** What stands for a name in a statement; undefined where a table names its rows otherwise. @param isGrouped whether two conditions must stand in parentheses */
export function fillName({ naming: [first, last] }: TableEntry, place: string, isGrouped: boolean): string | undefined {
  const [, kind, value = ''] = /^\{(names|name order|named|first name|last name|name)(?: '(.*)')?\}$/.exec(place) ?? [];
  if (first === undefined || kind === undefined) return undefined;
  if (kind === 'names') return last === undefined ? first.sql : `${first.sql}, ${last.sql}`;
  if (kind === 'name order') return last === undefined ? first.sql : `${last.sql}, ${first.sql}`;
  if (kind === 'name') return last === undefined ? first.sql : undefined;
  if (kind === 'first name') return value === '' ? (last === undefined ? `SPLIT_PART(${first.sql}, ' ', 1)` : first.sql) : last === undefined ? `${first.sql} ILIKE '${value} %'` : `${first.sql} ILIKE '${value}'`;
  if (kind === 'last name') return last === undefined ? `${first.sql} ILIKE '% ${value}'` : `${last.sql} ILIKE '${value}'`;
  if (last === undefined) return `${first.sql} ILIKE '${value}'`;
  const [given = '', ...family] = value.split(' ');
  const both = `${first.sql} ILIKE '${given}' AND ${last.sql} ILIKE '${family.join(' ')}'`;
  return isGrouped ? `(${both})` : both;
}

/** Whether every column of the statement that is asked for being NULL may be NULL. */
export function hasNulls(sql: string, columnOf: (place: string) => ColumnEntry | undefined): boolean {
  return [...sql.matchAll(/\{([^}]*)\} IS NULL/g)].every(([, place = '']) => columnOf(place)?.nullable !== false);
}
