import type { Discernment } from './sql/discern-statement.ts';
import type { Level } from './sql/statement-level.ts';

/** A sample as the teacher wrote it: several wordings of one question and their SQL. */
export interface TeacherSample {
  /** Request and line, such as `03-017`. */
  readonly id: string;
  readonly topic: string;
  readonly questions: readonly string[];
  /** The tables that the teacher says the SQL needs. */
  readonly tables: readonly string[];
  /** A statement, or the abstention. */
  readonly sql: string;
}

/** A sample whose SQL passed every check. */
export interface VerifiedSample {
  readonly id: string;
  readonly topic: string;
  readonly questions: readonly string[];
  /** The tables that the SQL reads. */
  readonly tables: readonly string[];
  /** null where the database cannot answer. */
  readonly sql: string | null;
  /** The statement without its constants; samples of one template are never on both sides of the split. */
  readonly template: string;
  /** How hard the statement is; none where there is none. */
  readonly level: Level | undefined;
  /** Whether the seeded database tells it from its near-misses. */
  readonly discernment: Discernment | undefined;
}

/** How a question is worded; the teacher is asked for one of each, in this order. */
export const styles = ['plain', 'terse', 'polite'] as const;

/** One question and its SQL: what the model is trained on. */
export interface Pair extends Omit<VerifiedSample, 'questions'> {
  readonly question: string;
  readonly style: (typeof styles)[number];
}

export type RejectReason =
  | 'malformed-line'
  | `guard-${string}`
  | 'query-failed'
  | 'query-too-slow'
  | 'tables-not-named'
  | 'conflicting-question'
  | 'held-out-question';

/** What did not enter the dataset, and why. */
export interface Reject {
  readonly id: string;
  readonly topic: string;
  readonly reason: RejectReason;
  readonly detail: string;
  readonly questions: readonly string[];
  readonly sql: string | null;
}
