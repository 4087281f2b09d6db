import type { DatabaseSchema } from '@sqlwright/schema';

/** What the rules of one statement share. */
export interface RuleContext {
  /** Undefined where nothing is known of the database. */
  readonly schema: DatabaseSchema | undefined;
  /** Product of the rows of all generate_series calls so far. */
  seriesRows: number;
  /** By how much the calls so far may together lengthen a text. */
  repetitions: number;
}
