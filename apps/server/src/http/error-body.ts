import { SqlwrightError, toSqlwrightError, type ErrorCode } from '@sqlwright/errors';
import { errorStatus } from './error-status.ts';
import { HttpError } from './http-error.ts';
import { unreachable } from '../service/hide-database.ts';
import { BusyError } from '../service/queue.ts';

/** A failure as a client sees it: the form of OpenAI's errors, with a hint. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly type: string; readonly message: string; readonly hint: string };
}

export interface Failure {
  readonly status: number;
  readonly body: ErrorBody;
  readonly retryAfterSeconds: number | undefined;
  /** A defect of the service or a lost database; its message stays in the log, as it may hold what is not for the client. */
  readonly isInternal: boolean;
}

/** When to ask again where nothing tells when it will go better. */
export const soonSeconds = 5;

export function toFailure(thrown: unknown): Failure {
  const client = SqlwrightError.is(thrown) ? undefined : clientStatus(thrown);
  const error = client === undefined ? toSqlwrightError(thrown) : unreadable(thrown);
  const status = client ?? (error instanceof HttpError ? error.httpStatus : errorStatus(error.code));
  const told = internal(status, error.code);
  const { message, hint } = told ?? error;
  const type = status >= 500 ? 'server_error' : 'invalid_request_error';
  return { status, isInternal: told !== undefined, retryAfterSeconds: status === 503 ? retryAfter(error) : undefined, body: { error: { code: error.code, type, message, hint } } };
}

/** What is told in place of a message that names hosts, roles or code. */
function internal(status: number, code: ErrorCode): { readonly message: string; readonly hint: string } | undefined {
  if (code === 'database.unavailable') return { message: unreachable, hint: 'Ask again later.' };
  return status === 500 ? { message: 'The service has a defect.', hint: 'See the log of the service.' } : undefined;
}

function retryAfter(error: SqlwrightError): number {
  return error instanceof BusyError ? error.retryAfterSeconds : soonSeconds;
}

/** fastify's own errors of a request that it could not read: 400, 413, 415. */
function clientStatus(thrown: unknown): number | undefined {
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

function unreadable(thrown: unknown): SqlwrightError {
  const message = thrown instanceof Error ? thrown.message : 'The request cannot be read.';
  return new SqlwrightError('usage.invalid', message, { cause: thrown, hint: 'Send a small JSON body with the header content-type: application/json.' });
}
