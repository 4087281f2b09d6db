import { SqlwrightError } from '@sqlwright/errors';

/** The error of a statement that PostgreSQL refused; `sqlState` is its five-letter code. */
export function queryFailed(cause: Error, sqlState: string | undefined): SqlwrightError {
  return new SqlwrightError('database.query-failed', `The database refused the statement: ${cause.message}${sqlState === undefined ? '' : ` (${sqlState})`}`, {
    cause,
    hint: 'Check the statement against the schema.',
  });
}

export function timedOut(seconds: number): SqlwrightError {
  return new SqlwrightError('database.timeout', `The statement ran longer than ${seconds} s and was stopped.`, {
    hint: 'Ask for less, or raise statementSeconds in the configuration.',
  });
}

/** @param place host and database, never the password */
export function unavailable(place: string, cause: unknown): SqlwrightError {
  const reason = cause instanceof Error ? cause.message || String((cause as { code?: string }).code ?? cause.name) : String(cause);
  return new SqlwrightError('database.unavailable', `The database at ${place} cannot be reached: ${reason}`, {
    cause,
    hint: 'Check that the server runs and that the URL names the right host, port, database and user.',
  });
}
