import type { AnswerOptions } from '@sqlwright/sql-qa';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AskRequest, AskService } from '../../service/ask-service.ts';
import type { GivenAnswer } from '../../service/given-answer.ts';
import { clientSignal } from '../client-signal.ts';
import { soonSeconds, toFailure } from '../error-body.ts';
import { answerStatus } from '../error-status.ts';
import { createEventStream } from '../event-stream.ts';
import { answerSchema, askSchema, errorSchema, eventSchema, type AskBody } from '../schemas.ts';

/** POST /v1/ask: a question, and its answer as JSON or as events while it is made. */
export function askRoute(server: FastifyInstance, service: AskService, onDefect: (error: unknown) => void): void {
  const answered = { description: 'What became of the question, or the events of a stream', content: { 'application/json': { schema: answerSchema }, 'text/event-stream': { schema: eventSchema } } };
  const response = { 200: answered, 404: errorSchema, 502: errorSchema, 503: z.union([errorSchema, answerSchema]), 504: answerSchema };
  server.post<{ Body: AskBody }>('/v1/ask', { schema: { summary: 'Answers a question', body: askSchema, response } }, async (request, reply) => {
    const { question, dataset, previous } = request.body;
    const asked: AskRequest = { question, dataset, caller: request.caller, signal: clientSignal(reply), watch: previousOf(previous) };
    if (wantsEvents(request)) return askStreamed(asked, service, reply, onDefect);
    const given = await service.ask(asked);
    const status = answerStatus(given);
    if (status === 503) reply.header('retry-after', soonSeconds);
    return reply.status(status).send(given);
  });
}

function previousOf(question: string | undefined): Pick<AnswerOptions, 'previous'> {
  return question === undefined ? {} : { previous: { question } };
}

function wantsEvents({ body, headers }: FastifyRequest<{ Body: AskBody }>): boolean {
  return body.stream ?? headers.accept?.includes('text/event-stream') ?? false;
}

async function askStreamed(asked: AskRequest, service: AskService, reply: FastifyReply, onDefect: (error: unknown) => void): Promise<FastifyReply> {
  const events = createEventStream(reply);
  try {
    const given = await service.ask({
      ...asked,
      onQueued: (ahead) => events.send({ ahead }, 'queued'),
      watch: {
        ...asked.watch,
        onText: (text) => events.send({ text }, 'writing'),
        onSql: (sql, groundings) => events.send({ sql, groundings }, 'sql'),
        onRows: ({ columns, rows, truncated }) => events.send({ columns, rows, truncated }, 'rows'),
      },
    });
    sendEnd(given, events);
  } catch (error) {
    if (!events.begun) throw error;
    const failure = toFailure(error);
    if (failure.isInternal) onDefect(error);
    events.send(failure.body, 'error');
  }
  events.end();
  return reply;
}

/** The rows were sent before; the rest of the answer, then what names it. */
function sendEnd({ columns: _columns, rows: _rows, id, dataset, model, seconds, ...rest }: GivenAnswer, events: ReturnType<typeof createEventStream>): void {
  events.send(rest, 'answer');
  events.send({ id, dataset, model, seconds }, 'done');
}
