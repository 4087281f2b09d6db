/** One line of a feedback file: what a person said of an answer. The newest line of an `id` counts. */
export interface FeedbackEntry {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly verdict: 'right' | 'wrong' | 'corrected';
  readonly question: string;
  /** The statement that is right; null where the right answer is that the database cannot tell, and for `wrong`. */
  readonly sql: string | null;
  /** The statement that the model wrote. */
  readonly answered: string | null;
  readonly model: string;
  /** The name of the key of the person's program. */
  readonly key: string | null;
  readonly comment?: string;
}
