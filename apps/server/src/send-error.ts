import { SqlwrightError, toSqlwrightError } from '@sqlwright/errors';
import type { FastifyReply } from 'fastify';
import { errorStatus } from './error-status.ts';

/** Replies `{error: {code, message, hint}}`. A defect's message stays in the log: it may hold what is not for the client. */
export function sendError(reply: FastifyReply, thrown: unknown, status?: number): FastifyReply {
  const client = clientStatus(thrown);
  const error = client === undefined ? toSqlwrightError(thrown) : unreadable(thrown);
  const isDefect = error.code === 'internal.error';
  if (isDefect) reply.log.error(thrown);
  const message = isDefect ? 'The service has a defect.' : error.message;
  return reply.status(status ?? client ?? errorStatus(error.code)).send({ error: { code: error.code, message, hint: isDefect ? 'See the log of the service.' : error.hint } });
}

/** fastify's own errors of a request that it could not read: 400, 413, 415. */
function clientStatus(thrown: unknown): number | undefined {
  const status = (thrown as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

function unreadable(thrown: unknown): SqlwrightError {
  const message = thrown instanceof Error ? thrown.message : 'The request cannot be read.';
  return new SqlwrightError('usage.invalid', message, { cause: thrown, hint: 'Send a small JSON body with the header content-type: application/json.' });
}
