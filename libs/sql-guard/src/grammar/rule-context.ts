import type { DatabaseSchema } from '@sqlwright/schema';

/** What the rules of one statement share. */
export interface RuleContext {
  readonly schema: DatabaseSchema;
  /** Product of the rows of all generate_series calls so far. */
  seriesRows: number;
  /** Product of the counts of all repeat calls so far. */
  repetitions: number;
}
