import type { Answer } from '@sqlwright/sql-qa';

/** What those who ask are told of a lost database: where it is and who reads it is not for them. */
export const unreachable = 'The database cannot be reached.';

/** An answer without the place of a database that is lost. */
export function hideDatabase<T extends Pick<Answer, 'answer' | 'reason'>>(given: T): T {
  if (given.reason?.code !== 'database.unavailable') return given;
  return { ...given, answer: unreachable, reason: { ...given.reason, message: unreachable } };
}
