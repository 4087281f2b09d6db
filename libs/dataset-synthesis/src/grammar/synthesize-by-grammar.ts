import type { DatabaseSchema } from '@sqlwright/schema';
import type { Draw } from './draw.ts';
import { fillPlan, type PlannedDraft } from './fill-plan.ts';
import { buildLexicon } from './lexicon.ts';
import { createRandom } from './random.ts';
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
  /** The date that stands for today, ISO 8601. */
  readonly today: string;
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

/**
 * Writes questions with their SQL for any schema, without a model: statements by a plan of what to cover, their questions from the lexicon of the
 * schema. Equal input gives equal samples; no two have the same SQL, and no question occurs twice.
 */
export function synthesizeByGrammar({ schema, domains, samples, randomSeed, abstention, today }: GrammarInput): GrammarSample[] {
  const lexicon = buildLexicon(schema, domains);
  const draw: Draw = { random: createRandom(randomSeed), lexicon, today, usage: new Map() };
  const known = new Set<string>();
  const unanswerable = Math.ceil(samples * unanswerableShare);
  const answered = fillPlan(draw, allShapes, samples - unanswerable, (draft) => acceptNew(draw, draft, draft.sql, known));
  const most = Math.ceil((answered.length * unanswerableShare) / (1 - unanswerableShare));
  const beyond = fillPlan(draw, unanswerableShapes(vocabularyOf(schema, lexicon)), Math.min(unanswerable, most), (draft) => acceptNew(draw, draft, abstention, known));
  return spread(answered, beyond);
}

/** A sample of a draft whose SQL and questions were not written before. */
function acceptNew(draw: Draw, draft: PlannedDraft, sql: string, known: Set<string>): GrammarSample | undefined {
  if (draft.sql !== '' && known.has(draft.sql)) return undefined;
  const questions = renderQuestions(draw.random, draft.ask);
  const keys = [...new Set(questions.map((question) => question.toLowerCase().replace(/[^\p{L}\p{N}<>=%+*]+/gu, ' ').trim()))];
  if (keys.some((key) => known.has(key))) return undefined;
  for (const key of [draft.sql, ...keys]) known.add(key);
  return { topic: draft.topic, questions, tables: [...new Set(draft.tables.map(({ name }) => name))], sql };
}

/** Spreads the second list evenly over the first. */
function spread<T>(first: readonly T[], second: readonly T[]): T[] {
  const placed = [...first.map((item, index) => ({ item, at: (index + 0.5) / first.length })), ...second.map((item, index) => ({ item, at: (index + 0.5) / second.length }))];
  return placed.sort((a, b) => a.at - b.at).map(({ item }) => item);
}
