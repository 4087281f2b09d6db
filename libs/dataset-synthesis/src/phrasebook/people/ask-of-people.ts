import { pluralOf } from '../../grammar/english/inflect.ts';
import type { ColumnEntry, Lexicon } from '../../grammar/lexicon/lexicon-types.ts';
import type { Random } from '../../grammar/random.ts';
import type { GrammarSample } from '../../grammar/synthesize-by-grammar.ts';
import { isKnownByName } from '../../grammar/things.ts';
import { capitalize, fillAfterArticles, fillName, fillPlaces, hasNulls, needsTime, ofThree, sayNoun } from '../fill.ts';
import { isHired, personColumns, type PersonColumns } from './person-columns.ts';
import type { Phrase } from '../phrase.ts';

/**
 * Asks of the people in a database what others were asked of theirs: each phrase at most once of a table, and only where its columns mean what the phrase speaks of.
 * Of those whom a bare "who" does not mean only phrases that name them are asked. @param count of samples at most
 */
export function askOfPeople(random: Random, phrases: readonly Phrase[], lexicon: Lexicon, count: number): GrammarSample[] {
  const tables = lexicon.tables.filter((table) => table.isPerson && table.kind === 'thing' && isKnownByName(table));
  const asked = tables.flatMap((table) => {
    const people = personColumns(table);
    return phrases.flatMap((phrase) => askOf(random, phrase, people) ?? []);
  });
  return random.sample(asked, count);
}

/** What is said of those who come by themselves. */
const ofSignUps = /regist|creat|enter|\badd|sign|enrol|record|in the (system|database)/i;

function askOf(random: Random, { questions, sql }: Phrase, people: PersonColumns): GrammarSample | undefined {
  const { table } = people;
  const usable = questions.filter((question) => (table.isMain || /\{(people|person)\}/.test(question)) && !(isHired(people) && ofSignUps.test(question)));
  if (!hasNulls(sql, (place) => people.places.get(place)) || needsTime(sql, people.places.get('created'))) return undefined;
  const categories = people.categories.filter((column) => hasNulls(sql, (place) => (place === 'category' ? column : undefined)));
  const category = categories.length === 0 ? undefined : random.pick(categories);
  const values = drawValues(random, sql, people);
  const statement = values === undefined ? undefined : fillStatement(sql, people, category, values);
  if (values === undefined || statement === undefined) return undefined;
  const asked = ofThree(usable, (question) => fillQuestion(random, question, { people, category, values }));
  return asked === undefined ? undefined : { topic: 'people', questions: asked, tables: [table.name], sql: statement };
}

/** Gives each value of a place another one of its column's, where those are known; undefined where they are too few. */
function drawValues(random: Random, sql: string, { places }: PersonColumns): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>();
  for (const [, place = '', number = '', value = ''] of sql.matchAll(/\{(city|state|country) (\d+) ([^}]+)\}/g)) {
    const known = places.get(place)?.values ?? [];
    const open = known.filter((other) => ![...values.values()].includes(other));
    if (known.length > 0 && open.length === 0) return undefined;
    values.set(`${place} ${number}`, known.length === 0 ? value : random.pick(open));
  }
  return values;
}

const genders: Readonly<Record<string, RegExp>> = { Male: /^(male|m|man)$/i, Female: /^(female|f|w|woman)$/i, Other: /^(other|o|x|divers|diverse|non-?binary)$/i };

function fillStatement(sql: string, { table, places }: PersonColumns, category: ColumnEntry | undefined, values: ReadonlyMap<string, string>): string | undefined {
  return fillPlaces(sql, (whole) => {
    const [, place = '', rest = ''] = /^\{([a-zA-Z]+)(?: (.*))?\}$/.exec(whole) ?? [];
    if (place === 'people') return table.sql;
    if (place === 'category') return category?.sql;
    if (/^(name|names|named|first|last)$/.test(place)) return fillName(table, whole, / OR |NOT \{/.test(sql));
    if (place === 'gender' && rest !== '') return places.get('gender')?.values.find((value) => genders[rest]?.test(value));
    if (rest !== '') return places.has(place) ? values.get(`${place} ${rest.split(' ')[0]}`)?.replaceAll("'", "''") : undefined;
    return places.get(place)?.sql;
  });
}

interface Filling {
  readonly people: PersonColumns;
  readonly category: ColumnEntry | undefined;
  readonly values: ReadonlyMap<string, string>;
}

function fillQuestion(random: Random, question: string, { people: { table, places }, category, values }: Filling): string {
  const name = sayNoun(random, table);
  const [word, city] = [category?.names[0] ?? '', places.get('city')?.names[0] ?? 'city'];
  // What is typed in haste begins in lower case, and so do most names in it.
  const isHasty = /^[^A-Z{]/.test(question);
  const own = city === 'city' ? question : question.replace(/(?<!\{)\b(city|town)\b/gi, city).replace(/\b(cities|towns)\b/gi, pluralOf(city));
  const filled = fillAfterArticles(own, (place) => (place === 'person' ? name.singular : undefined))
    .replace(/\{(person|people)\}/g, (_, number: string) => (number === 'person' ? name.singular : name.plural))
    .replace(/\{(category|categories)\}/g, (_, number: string) => (number === 'category' ? word : pluralOf(word)))
    .replace(/\{((?:city|state|country) \d+)\}/g, (_, place: string) => (isHasty && random.chance(0.7) ? values.get(place)?.toLowerCase() : values.get(place)) ?? '');
  return capitalize(random, question, filled);
}
