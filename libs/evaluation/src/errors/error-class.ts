/** What is wrong with an answer, the first that holds. */
export const errorClasses = [
  'answered-unanswerable',
  'false-refusal',
  'no-reply',
  'timeout',
  'syntax',
  'unknown-table',
  'unknown-column',
  'refused-by-guard',
  'run-time-error',
  'coincidence',
  'further-columns',
  'wrong-join',
  'wrong-aggregate',
  'wrong-literal',
  'wrong-condition',
  'wrong-grouping',
  'wrong-order',
  'wrong-columns',
  'other',
] as const;

export type ErrorClass = (typeof errorClasses)[number];
