import type { DatabaseSchema } from '@sqlwright/schema';
import { askOfPeople } from '../phrasebook/people/ask-of-people.ts';
import type { Phrasebook } from '../phrasebook/phrase.ts';
import { askOfRelations } from '../phrasebook/relations/ask-of-relations.ts';
import { askOfThings } from '../phrasebook/things/ask-of-things.ts';
import type { LexiconFile } from './lexicon/lexicon-file.ts';
import type { Draw } from './draw.ts';
import { fillPlan, type PlannedDraft } from './fill-plan.ts';
import { buildLexicon } from './lexicon.ts';
import type { Lexicon } from './lexicon/lexicon-types.ts';
import { createRandom, type Random } from './random.ts';
import { allShapes } from './shapes/all-shapes.ts';
import { renderQuestions } from './style/render-questions.ts';
import { unanswerableShapes } from './unanswerable/all-unanswerable.ts';
import { vocabularyOf } from './unanswerable/vocabulary.ts';

export interface GrammarInput {
  readonly schema: DatabaseSchema;
  /** Values of columns that hold few different ones, by `table.column`. */
  readonly domains: Readonly<Record<string, readonly string[]>>;
  /** How many samples are wanted; there are fewer where the schema allows no more. */
  readonly samples: number;
  readonly randomSeed: number;
  /** The exact reply to a question that the schema cannot answer. */
  readonly abstention: string;
  /** How people speak of the schema, as they have edited it; the rules tell what it leaves out. */
  readonly lexicon?: LexiconFile | undefined;
  /** The date that stands for today, ISO 8601. */
  readonly today: string;
  /** What was asked of another database; some of it is asked of this one. */
  readonly phrasebook?: Phrasebook | undefined;
}

export interface GrammarSample {
  readonly topic: string;
  /** Plain; in haste; polite. */
  readonly questions: readonly [string, string, string];
  readonly tables: readonly string[];
  /** A statement, or the abstention. */
  readonly sql: string;
}

const unanswerableShare = 0.125;
/** Of all samples, those at most that are made of phrases. */
const phraseShares = { people: 0.11, things: 0.07, relations: 0.05 };

/**
 * Writes questions with their SQL for any schema, without a model: statements by a plan of what to cover, their questions from the lexicon of the
 * schema. Equal input gives equal samples; no question occurs twice, and simple statements are asked for in more ways than hard ones.
 */
export function synthesizeByGrammar({ schema, domains, samples, randomSeed, abstention, today, lexicon: edited, phrasebook }: GrammarInput): GrammarSample[] {
  const lexicon = buildLexicon(schema, domains, edited);
  const draw: Draw = { random: createRandom(randomSeed), lexicon, today, usage: new Map() };
  const known: Known = { questions: new Set(), statements: new Map() };
  const unanswerable = Math.ceil(samples * unanswerableShare);
  const asked = phrasebook === undefined ? [] : askPhrases(createRandom(randomSeed), phrasebook, lexicon, samples).filter(({ questions }) => isNew(questions, known));
  const written = fillPlan(draw, allShapes, samples - unanswerable - asked.length, (draft) => acceptNew(draw, draft, draft.sql, known));
  const answered = spread(written, asked);
  const most = Math.ceil((answered.length * unanswerableShare) / (1 - unanswerableShare));
  const beyond = fillPlan(draw, unanswerableShapes(vocabularyOf(schema, lexicon)), Math.min(unanswerable, most), (draft) => acceptNew(draw, draft, abstention, known));
  return spread(answered, beyond);
}

/** What others asked, asked of this database, in a random order. */
function askPhrases(random: Random, { people, things, relations }: Phrasebook, lexicon: Lexicon, samples: number): GrammarSample[] {
  const counts = { people: Math.floor(samples * phraseShares.people), things: Math.floor(samples * phraseShares.things), relations: Math.floor(samples * phraseShares.relations) };
  const asked = [...askOfPeople(random, people, lexicon, counts.people), ...askOfThings(random, things, lexicon, counts.things), ...askOfRelations(random, relations, lexicon, counts.relations)];
  return random.sample(asked, asked.length);
}

interface Known {
  readonly questions: Set<string>;
  /** How many samples each statement has. */
  readonly statements: Map<string, number>;
}

/** How many samples one statement may have: what is asked most is asked in most ways. */
function mostSamples(sql: string): number {
  const hasLiteral = /'|\d/.test(sql.replace("INTERVAL '1 ", ''));
  return hasLiteral ? (sql.length < 100 ? 2 : 1) : sql.length < 70 ? 12 : sql.length < 120 ? 8 : 5;
}

/** A sample of a draft whose questions were not written before, and its SQL not too often. */
function acceptNew(draw: Draw, draft: PlannedDraft, sql: string, known: Known): GrammarSample | undefined {
  const times = known.statements.get(draft.sql) ?? 0;
  if (draft.sql !== '' && times >= mostSamples(draft.sql)) return undefined;
  const questions = renderQuestions(draw.random, draft.ask);
  if (!isNew(questions, known)) return undefined;
  known.statements.set(draft.sql, times + 1);
  return { topic: draft.topic, questions, tables: [...new Set(draft.tables.map(({ name }) => name))], sql };
}

/** Whether none of the questions was written before; they are known from then on. */
function isNew(questions: readonly string[], known: Known): boolean {
  const keys = [...new Set(questions.map((question) => question.toLowerCase().replace(/[^\p{L}\p{N}<>=%+*]+/gu, ' ').trim()))];
  if (keys.some((key) => known.questions.has(key))) return false;
  for (const key of keys) known.questions.add(key);
  return true;
}

/** Spreads the second list evenly over the first. */
function spread<T>(first: readonly T[], second: readonly T[]): T[] {
  const placed = [...first.map((item, index) => ({ item, at: (index + 0.5) / first.length })), ...second.map((item, index) => ({ item, at: (index + 0.5) / second.length }))];
  return placed.sort((a, b) => a.at - b.at).map(({ item }) => item);
}
