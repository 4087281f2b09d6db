import type { Database, ReadLimits, ValueDomains } from '@sqlwright/database';
import type { LanguageModel } from '@sqlwright/language-model';
import type { DatabaseSchema } from '@sqlwright/schema';
import type { FailedStatement, SqlGenerator } from '@sqlwright/sql-generation';
import type { Answer, Answerer, AnswerOptions } from './answer.ts';
import { checkQuestion } from './check-question.ts';
import { resolveFollowUp } from './conversation/resolve-follow-up.ts';
import { findStatement, type FoundStatement } from './find-statement.ts';
import { isRepairable, runStatement } from './run-statement.ts';
import { writeSentence } from './sentence/write-sentence.ts';
import { vote, type Run, type Spent } from './vote.ts';

export interface AnswererOptions {
  readonly generator: SqlGenerator;
  readonly database: Pick<Database, 'read'>;
  /** The tables that may be read. */
  readonly schema: DatabaseSchema;
  /** Tables and columns of them that may not: `table`, `table.column`, `*.column`. */
  readonly denied?: readonly string[];
  /** What a person is told when the database cannot answer. */
  readonly refusal: string;
  readonly limits: Omit<ReadLimits, 'signal'>;
  /** How often another statement is asked for after one that cannot run; default 1. */
  readonly repairs?: number;
  /** How many statements are tried, of which the rows that most give are taken; default 1. */
  readonly votes?: number;
  /** Answers that the model is less sure of (probability of the whole reply, 0 to 1) are refused; default 0, no limit. */
  readonly minConfidence?: number;
  /** The statement that a person confirmed for a question, if one did. It is guarded and run as any other. */
  readonly confirmedSql?: (question: string) => string | undefined;
  /** The values that the database holds, to understand follow-up questions by. */
  readonly domains?: ValueDomains;
  /** Writes the sentence of an answer; without it a plain template does. */
  readonly writer?: LanguageModel;
  /** How numbers and dates are written, BCP 47; without it plain and ISO. */
  readonly locale?: string;
}

/** Question → SQL → guard → read-only execution → a sentence from the rows alone. The text of a row is data and never read as anything else. */
export function createAnswerer(options: AnswererOptions): Answerer {
  return {
    async answer(written, watch = {}) {
      const question = checkQuestion(written);
      const understood = watch.previous === undefined ? question : resolveFollowUp(question, watch.previous, options.domains ?? {});
      const nothing: Nothing = { question, columns: [], rows: [], truncated: false, groundings: [], seconds: { generate: 0, execute: 0 }, ...(understood === question ? {} : { understoodAs: understood }) };
      return answerQuestion(understood, nothing, options, watch);
    },
  };
}

type Nothing = Omit<Answer, 'status' | 'sql' | 'answer'>;

async function answerQuestion(question: string, nothing: Nothing, options: AnswererOptions, watch: AnswerOptions): Promise<Answer> {
  const found = await findStatement(question, options, watch);
  const seconds = { generate: found.seconds, execute: 0 };
  const told = { ...nothing, ...confidenceOf(found), seconds };
  if (found.statement === undefined) return { ...told, ...reasonOf(found), status: 'refused', sql: null, answer: options.refusal };
  const { run, votes } = await vote(question, found.statement, seconds, options, watch);
  if (run === undefined) return { ...nothing, ...votes, seconds: rounded(seconds), status: 'refused', sql: null, answer: options.refusal };
  const repaired = isRepairable(run.statement, run.outcome) ? await repair(question, { sql: run.statement.sql, error: run.outcome.reason.message }, seconds, options, watch) : undefined;
  if (repaired !== undefined) return toAnswer(repaired, { ...told, repaired: true }, question, options, watch);
  return toAnswer(run, { ...(run.statement === found.statement ? told : nothing), ...votes, seconds }, question, options, watch);
}

/** Asks for other statements until one runs; undefined where none does. The time is added to `seconds`. */
async function repair(question: string, failed: FailedStatement, seconds: Spent, options: AnswererOptions, watch: AnswerOptions): Promise<Run | undefined> {
  for (let attempt = 0; attempt < (options.repairs ?? 1); attempt += 1) {
    const { statement, seconds: generate } = await findStatement(question, options, watch, { failed, seed: attempt + 1 });
    seconds.generate += generate;
    if (statement === undefined || statement.sql === failed.sql) continue;
    const outcome = await runStatement(statement, options, watch);
    seconds.execute += outcome.seconds;
    if (outcome.result !== undefined) return { statement, outcome };
  }
  return undefined;
}

async function toAnswer({ statement, outcome }: Run, nothing: Nothing, question: string, options: AnswererOptions, watch: AnswerOptions): Promise<Answer> {
  const pending = { ...nothing, sql: statement.sql, groundings: statement.groundings, ...(statement.confirmed === true ? { confirmed: true as const } : {}), seconds: rounded(nothing.seconds) };
  if (outcome.result === undefined) return { ...pending, status: outcome.status, answer: outcome.answer, reason: outcome.reason };
  const { columns, rows, truncated } = outcome.result;
  const answer = await writeSentence(question, outcome.result, { locale: options.locale, writer: options.writer, signal: watch.signal });
  return { ...pending, columns, rows, truncated, status: 'answered', answer };
}

function confidenceOf({ confidence }: { readonly confidence?: number | undefined }): { confidence?: number } {
  return confidence === undefined ? {} : { confidence };
}

function reasonOf({ isUnsure, impossible, isUnwritable }: FoundStatement): { reason?: NonNullable<Answer['reason']> } {
  if (impossible !== undefined) return { reason: { code: 'impossible-value', message: `${impossible.column} can never be "${impossible.written}": the schema lists its values.` } };
  if (isUnwritable === true) return { reason: { code: 'unknown-names', message: 'All that the model tried to write named tables or columns that are not there.' } };
  return isUnsure === true ? { reason: { code: 'low-confidence', message: 'The model was not sure enough of its statement.' } } : {};
}

/** To the millisecond. */
function rounded({ generate, execute }: Answer['seconds']): Answer['seconds'] {
  return { generate: Math.round(generate * 1000) / 1000, execute: Math.round(execute * 1000) / 1000 };
}
