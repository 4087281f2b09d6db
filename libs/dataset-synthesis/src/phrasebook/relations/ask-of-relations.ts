import type { ColumnEntry, Lexicon, Relation } from '../../grammar/lexicon/lexicon-types.ts';
import { mainMoment, momentWords } from '../../grammar/lexicon/moment-words.ts';
import type { Random } from '../../grammar/random.ts';
import { parentKey } from '../../grammar/relation-sql.ts';
import type { GrammarSample } from '../../grammar/synthesize-by-grammar.ts';
import { isKnownByName } from '../../grammar/things.ts';
import { capitalize, fillAfterArticles, fillName, fillPlaces, needsTime, ofThree, sayNoun } from '../fill.ts';
import type { Phrase } from '../phrase.ts';

/** Asks how many children which parents have, over each plain foreign key of one column, as others asked of theirs. @param count of samples at most */
export function askOfRelations(random: Random, phrases: readonly Phrase[], lexicon: Lexicon, count: number): GrammarSample[] {
  const relations = lexicon.relations.filter((relation) => relation.isPlain && relation.columns.length === 1 && relation.child.kind === 'thing' && isKnownByName(relation.parent));
  return random.sample(relations.flatMap((relation) => phrases.flatMap((phrase) => askOf(random, phrase, relation) ?? [])), count);
}

/** What is said of people alone. */
const ofPeople = /\b(who|whom|whose|who's|people|persons?|ppl|folks?|somebody|someone|anybody|anyone|everybody|everyone|nobody|he|she|her|him|his|they|mr|ms|mrs)\b/i;

function askOf(random: Random, { questions, sql }: Phrase, relation: Relation): GrammarSample | undefined {
  const { parent, child } = relation;
  const moment = sql.includes('{moment}') ? mainMoment(child) : undefined;
  if (!parent.isPerson && /named|first name|last name/.test(sql)) return undefined;
  if (sql.includes('{moment}') && (moment === undefined || needsTime(sql, moment))) return undefined;
  const done = moment === undefined ? undefined : momentWords(child, moment);
  const fits = (question: string): boolean => (/\{parents?\}/.test(question) || (parent.isPerson && parent.isMain)) && (parent.isPerson || !ofPeople.test(question)) && (!question.includes('{done}') || done?.kind === 'passive');
  const statement = fillStatement(sql, relation, moment);
  const asked = ofThree(questions.filter(fits), (question) => fillQuestion(random, question, relation, done?.word ?? ''));
  return asked === undefined || statement === undefined ? undefined : { topic: 'relations', questions: asked, tables: [parent.name, child.name], sql: statement };
}

function fillStatement(sql: string, relation: Relation, moment: ColumnEntry | undefined): string | undefined {
  const { parent, child, column } = relation;
  const places: Readonly<Record<string, string | undefined>> = {
    parents: parent.sql, children: child.sql, p: parent.alias, c: child.alias, key: parentKey(relation), owner: column.sql, 'child key': child.key?.sql, moment: moment?.sql, child: child.singular,
    names: parent.naming.map(({ sql: name }) => name).join(', '), 'p names': parent.naming.map(({ sql: name }) => `${parent.alias}.${name}`).join(', '),
  };
  return fillPlaces(sql, (place) => places[place.slice(1, -1)] ?? fillName(parent, place, / OR |NOT \{/.test(sql)));
}

function fillQuestion(random: Random, question: string, { parent, child }: Relation, done: string): string {
  const [above, below] = [sayNoun(random, parent), sayNoun(random, child)];
  const nouns: Readonly<Record<string, string>> = { parent: above.singular, parents: above.plural, child: below.singular, children: below.plural, done };
  const isOne = (place: string): boolean => place === 'parent' || place === 'child';
  const filled = fillAfterArticles(question, (place) => (isOne(place) ? nouns[place] : undefined)).replace(/\{([^}]*)\}/g, (_, place: string) => nouns[place] ?? '');
  return capitalize(random, question, filled);
}
