import { parseWith, SqlwrightError } from '@sqlwright/errors';
import type { Answerer } from '@sqlwright/sql-qa';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyServerOptions } from 'fastify';
import { z } from 'zod';
import { answerStatus } from './error-status.ts';
import { finishRepliesOnClose } from './finish-replies-on-close.ts';
import { sendError } from './send-error.ts';
import { createTurns } from './turns.ts';

const bodyBytes = 16 * 1024;

export interface ServerOptions {
  readonly answerer: Answerer;
  /** Name of the model, as /healthz tells it. */
  readonly model: string;
  readonly databaseKind: 'pglite' | 'postgres';
  /** What fastify takes as its logger; nothing is logged without it. */
  readonly logger?: FastifyServerOptions['logger'];
}

const askSchema = z.strictObject({ question: z.string() });
const bodyOrigin = {
  code: 'usage.invalid',
  what: 'The request body',
  hint: 'Send JSON such as {"question": "How many customers are there?"}.',
  known: ['question'],
} satisfies Parameters<typeof parseWith>[2];

/** The routes of the service, not listening yet. */
export function createServer({ answerer, model, databaseKind, logger = false }: ServerOptions): FastifyInstance {
  const server = fastify({ logger, bodyLimit: bodyBytes, forceCloseConnections: true }) as FastifyInstance;
  const takeTurn = createTurns();
  finishRepliesOnClose(server);
  server.setErrorHandler((error, _request, reply) => sendError(reply, error));
  server.setNotFoundHandler((request, reply) => sendError(reply, notFound(`${request.method} ${request.url}`), 404));
  server.get('/healthz', () => ({ status: 'ok', model, database: databaseKind }));
  server.post('/v1/ask', async (request, reply) => {
    const { question } = parseWith(askSchema, request.body, bodyOrigin);
    const signal = signalOf(reply);
    const answer = await takeTurn(signal, () => answerer.answer(question, { signal }));
    return reply.status(answerStatus(answer)).send(answer);
  });
  return server;
}

/** Fires when the client goes away before it has its answer. */
function signalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

function notFound(asked: string): SqlwrightError {
  return new SqlwrightError('usage.invalid', `There is no ${asked}.`, { hint: 'Ask with POST /v1/ask, or see GET /healthz.' });
}
