import type { ErrorCode } from '@sqlwright/errors';
import type { Answer } from '@sqlwright/sql-qa';

/** The one place where an error code becomes an HTTP status; every other code is 500. */
const statuses: Partial<Record<ErrorCode, number>> = {
  'usage.invalid': 400,
  'provider.request-too-long': 400,
  'access.denied': 401,
  'dataset.unknown': 404,
  'feedback.unknown-answer': 404,
  'guard.refused': 422,
  'database.query-failed': 422,
  'access.rate-limited': 429,
  'run.cancelled': 499,
  'server.busy': 503,
  'database.unavailable': 503,
  'database.timeout': 504,
  'provider.refused-key': 502,
  'provider.rate-limited': 503,
  'provider.unavailable': 502,
  'provider.bad-reply': 502,
  'recording.missing': 502,
};

export function errorStatus(code: ErrorCode): number {
  return statuses[code] ?? 500;
}

/** Refused, blocked and failed are answers too (200); only where asking again may help does the status say so. */
export function answerStatus({ status, reason }: Pick<Answer, 'status' | 'reason'>): number {
  const code = reason?.code;
  return status === 'failed' && (code === 'database.unavailable' || code === 'database.timeout') ? errorStatus(code) : 200;
}
