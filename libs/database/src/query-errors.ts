import { SqlwrightError } from '@sqlwright/errors';

/** What a statement did wrong, by SQLSTATE, where PostgreSQL's own message may quote a literal or a value of a row. */
const sentences: Readonly<Record<string, string>> = {
  '21000': 'a query that must give one value gives several rows',
  '22001': 'a value is too long',
  '22003': 'a number is out of range',
  '22007': 'a date or time is written in a form that cannot be read',
  '22008': 'a date or time is out of range',
  '22012': 'division by zero',
  '22023': 'an argument is not valid',
  '22P02': 'a value is written in a form that its type cannot read',
  '25006': 'it would change data in a read-only transaction',
  '2201B': 'a regular expression is not valid',
  '42601': 'a syntax error',
  '42501': 'the role may not read this',
  '53200': 'the server has too little memory for it',
  '53400': 'it needs more of the server than it may have',
  '54001': 'it is too complex',
  '55P03': 'a table is locked by somebody else',
};

/** States whose messages name only tables, columns, functions and types, as the statement itself does. */
const namesOnly = /^(42P01|42P02|42703|42702|42883|42804|42803|42725|42P18|42P10|42P19|42P20|42846|0A000|3F000)$/;

/**
 * The error of a statement that PostgreSQL refused; `sqlState` is its five-letter code. The message holds no literal, path or value of a row;
 * PostgreSQL's own is the cause.
 */
export function queryFailed(cause: Error, sqlState: string | undefined): SqlwrightError {
  const state = sqlState ?? '';
  const reason = sentences[state] ?? (namesOnly.test(state) ? cause.message.split('\n')[0] : 'it cannot be run');
  return new SqlwrightError('database.query-failed', `The database refused the statement: ${reason}${state === '' ? '' : ` (${state})`}`, {
    cause,
    hint: 'Check the statement against the schema.',
  });
}

/** The error of a statement that sets a database up; its writer may read all of the message. */
export function setupFailed(cause: Error, sqlState: string | undefined): SqlwrightError {
  return new SqlwrightError('database.query-failed', `The database refused the statement: ${cause.message}${sqlState === undefined ? '' : ` (${sqlState})`}`, { cause, hint: 'Check the statement against the schema.' });
}

export function timedOut(seconds: number): SqlwrightError {
  return new SqlwrightError('database.timeout', `The statement ran longer than ${seconds} s and was stopped.`, {
    hint: 'Ask for less, or raise statementSeconds in the configuration.',
  });
}

/** @param cost in the units of PostgreSQL's planner */
export function tooCostly(cost: number, maxCost: number): SqlwrightError {
  return asTooCostly(new Error(`The statement was not run: the database expects it to cost ${cost.toPrecision(2)}, more than the ${maxCost.toPrecision(2)} that it may.`));
}

/** The same error once more, out of a thread that could only tell its message. */
export function asTooCostly(cause: Error): SqlwrightError {
  return new SqlwrightError('database.too-costly', cause.message, { cause, hint: 'Ask for less, or raise answer.maxCost in the configuration.' });
}

/** @param place host and database, never the password */
export function unavailable(place: string, cause: unknown): SqlwrightError {
  const reason = cause instanceof Error ? cause.message || String((cause as { code?: string }).code ?? cause.name) : String(cause);
  return new SqlwrightError('database.unavailable', `The database at ${place} cannot be reached: ${reason}`, {
    cause,
    hint: 'Check that the server runs and that the URL names the right host, port, database and user.',
  });
}
