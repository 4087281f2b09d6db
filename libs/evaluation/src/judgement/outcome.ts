/**
 * How a prediction ended. Of answerable questions: `exact`, `subset` (right rows with further columns), `wrong-rows`, `abstained` (a false refusal),
 * `blocked` by the guard, `failed` in the database, `timeout`. Of unanswerable ones: `refused` (right) and `answered` (wrong).
 */
export const outcomes = ['exact', 'subset', 'wrong-rows', 'abstained', 'blocked', 'failed', 'timeout', 'refused', 'answered'] as const;

export type Outcome = (typeof outcomes)[number];

export const rightOutcomes: readonly Outcome[] = ['exact', 'refused'];
