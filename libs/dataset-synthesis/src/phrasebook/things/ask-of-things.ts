import { pluralOf } from '../../grammar/english/inflect.ts';
import type { ColumnEntry, ColumnRole, Lexicon, TableEntry } from '../../grammar/lexicon/lexicon-types.ts';
import { mainMoment, momentWords } from '../../grammar/lexicon/moment-words.ts';
import type { Random } from '../../grammar/random.ts';
import type { GrammarSample } from '../../grammar/synthesize-by-grammar.ts';
import { capitalize, fillAfterArticles, hasNulls, needsTime, ofThree, sayNoun } from '../fill.ts';
import type { Phrase } from '../phrase.ts';

const grouped: readonly ColumnRole[] = ['category', 'city', 'state', 'country'];
const told: readonly ColumnRole[] = ['code', 'text', 'phone', 'email', 'street', 'postalCode'];

/** Asks of the things in a database what others asked of theirs, each phrase at most once of a table. @param count of samples at most */
export function askOfThings(random: Random, phrases: readonly Phrase[], lexicon: Lexicon, count: number): GrammarSample[] {
  const tables = lexicon.tables.filter(({ isPerson, kind }) => !isPerson && kind === 'thing');
  return random.sample(tables.flatMap((table) => phrases.flatMap((phrase) => askOf(random, phrase, table) ?? [])), count);
}

function askOf(random: Random, { questions, sql }: Phrase, table: TableEntry): GrammarSample | undefined {
  const columns = drawColumns(random, sql, table);
  if (columns === undefined || !hasNulls(sql, (place) => columns.get(place))) return undefined;
  const moment = columns.get('moment');
  const done = moment === undefined ? undefined : momentWords(table, moment);
  if (needsTime(sql, moment)) return undefined;
  const usable = questions.filter((question) => !question.includes('{done}') || done?.kind === 'passive');
  const asked = ofThree(usable, (question) => fillQuestion(random, question, table, columns, done?.word ?? ''));
  const statement = sql.replace(/\{([^}]*)\}/g, (_, place: string) => (place === 'things' ? table.sql : place === 'names' ? table.naming.map((column) => column.sql).join(', ') : (columns.get(place)?.sql ?? '')));
  return asked === undefined ? undefined : { topic: 'things', questions: asked, tables: [table.name], sql: statement };
}

/** A column for each place of the statement; undefined where the table has none. */
function drawColumns(random: Random, sql: string, table: TableEntry): ReadonlyMap<string, ColumnEntry> | undefined {
  const columns = new Map<string, ColumnEntry>();
  const isNull = /\{column\} IS (NOT )?NULL|COUNT\(\{column\}\)/.test(sql);
  const candidates: Readonly<Record<string, () => readonly ColumnEntry[]>> = {
    moment: () => [mainMoment(table) ?? []].flat(),
    key: () => (/^(smallint|integer|bigint)$/.test(table.key?.type ?? '') ? [table.key ?? []].flat() : []),
    category: () => table.columns.filter(({ role, salience }) => grouped.includes(role) && salience >= 1),
    'category 2': () => table.columns.filter((column) => grouped.includes(column.role) && column.salience >= 1 && column !== columns.get('category')),
    column: () => table.columns.filter((column) => told.includes(column.role) && !table.naming.includes(column) && (column.nullable || !isNull)),
  };
  for (const [, place = ''] of sql.matchAll(/\{([^}]*)\}/g)) {
    if (place === 'names' && table.naming.length === 0) return undefined;
    const fitting = candidates[place]?.();
    if (columns.has(place) || fitting === undefined) continue;
    if (fitting.length === 0) return undefined;
    columns.set(place, random.pick(fitting));
  }
  return columns;
}

function fillQuestion(random: Random, question: string, table: TableEntry, columns: ReadonlyMap<string, ColumnEntry>, done: string): string {
  const noun = sayNoun(random, table);
  const filled = fillAfterArticles(question, (place) => (place === 'thing' ? noun.singular : columns.get(place)?.names[0]))
    .replace(/\{([^}]*)\}/g, (_, place: string) => {
      if (place === 'thing') return noun.singular;
      if (place === 'things') return noun.plural;
      if (place === 'done') return done;
      const column = columns.get(place.replace('categories', 'category').replace('columns', 'column'));
      return /ies|columns/.test(place) ? pluralOf(column?.names[0] ?? '') : (column?.names[0] ?? '');
    });
  return capitalize(random, question, filled);
}
