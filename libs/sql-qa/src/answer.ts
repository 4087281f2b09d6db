import type { QueryResult, Value } from '@sqlwright/database';
import type { Grounding } from '@sqlwright/sql-generation';
import type { Turn } from './conversation/resolve-follow-up.ts';

/** What became of a question. */
export interface Answer {
  readonly question: string;
  /**
   * `answered`: the statement ran; `refused`: the database cannot answer this, nothing ran; `blocked`: the guard refused the statement,
   * nothing ran; `failed`: the database refused or stopped the statement.
   */
  readonly status: 'answered' | 'refused' | 'blocked' | 'failed';
  readonly sql: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** There were more rows than `maxRows`. */
  readonly truncated: boolean;
  /** For a person; every value in it occurs in `rows`. */
  readonly answer: string;
  /** Literals that were matched to values of the database. */
  readonly groundings: readonly Grounding[];
  /** Why the question was refused (`low-confidence`, `impossible-value`, `unknown-names`), or the statement blocked or failed: then a code of the guard or of the error table. */
  readonly reason?: { readonly code: string; readonly message: string };
  readonly seconds: { readonly generate: number; readonly execute: number };
  /** The whole question that a follow-up question was taken for. */
  readonly understoodAs?: string;
  /** A person had confirmed the statement for this question; no model was asked. */
  readonly confirmed?: true;
  /** The first statement could not run; this is another one. */
  readonly repaired?: true;
  /** Of several statements that were tried, how many gave these rows; only where votes are set. */
  readonly votes?: { readonly agreeing: number; readonly of: number };
  /** Probability of the model's reply, 0 to 1; only where a limit is set for it. */
  readonly confidence?: number;
}

/** Answers questions over one database. */
export interface Answerer {
  /** @throws SqlwrightError usage.invalid for an empty or too long question, run.cancelled, and the errors of the model (provider.*, model.*) */
  answer(question: string, options?: AnswerOptions): Promise<Answer>;
}

/** How to stop an answer, and how to see it being made. */
export interface AnswerOptions {
  readonly signal?: AbortSignal;
  /** What was asked before in the same conversation: the question, or what it was understood as. */
  readonly previous?: Turn;
  /** Called with each piece of the statement as the model writes it, where the model can stream. */
  readonly onText?: (piece: string) => void;
  /** Called with the statement before it is guarded and run. */
  readonly onSql?: (sql: string, groundings: readonly Grounding[]) => void;
  /** Called with the rows as soon as they are there. */
  readonly onRows?: (result: QueryResult) => void;
}
