/**
 * How a prediction ended. Of answerable questions: `exact` (right rows and columns, on every database of the test suite), `subset` (the same with further
 * columns), `coincidence` (right rows on the first database, but other rows on another one, or rows that prove nothing), `wrong-rows`, `abstained` (a
 * false refusal), `blocked` by the guard, `failed` in the database, `timeout`, `no-reply` (the model failed on this question). Of unanswerable ones: `refused` (right) and
 * `answered` (wrong).
 */
export const outcomes = ['exact', 'subset', 'coincidence', 'wrong-rows', 'abstained', 'blocked', 'failed', 'timeout', 'no-reply', 'refused', 'answered'] as const;

export type Outcome = (typeof outcomes)[number];

export const rightOutcomes: readonly Outcome[] = ['exact', 'refused'];

export function isRight(outcome: Outcome): boolean {
  return rightOutcomes.includes(outcome);
}
