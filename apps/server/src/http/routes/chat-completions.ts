import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AskRequest, AskService } from '../../service/ask-service.ts';
import type { GivenAnswer } from '../../service/given-answer.ts';
import { clientSignal } from '../client-signal.ts';
import { toFailure } from '../error-body.ts';
import { createEventStream } from '../event-stream.ts';
import { chatReplySchema, chatSchema, errorSchema, eventSchema, modelsReplySchema, type ChatBody } from '../schemas.ts';

/** POST /v1/chat/completions and GET /v1/models in OpenAI's form: a model is a dataset, the last message of the user is the question. */
export function chatRoutes(server: FastifyInstance, service: AskService, onDefect: (error: unknown) => void): void {
  const config = { via: 'openai' } as const;
  server.get('/v1/models', { config, schema: { summary: 'The datasets, as models of OpenAI’s form', response: { 200: modelsReplySchema } } }, () => ({
    object: 'list',
    data: service.datasets.map(({ name }) => ({ id: name, object: 'model', created: 0, owned_by: 'sqlwright' })),
  }));
  const completed = { description: 'A completion, or its chunks as a stream', content: { 'application/json': { schema: chatReplySchema }, 'text/event-stream': { schema: eventSchema } } };
  const schema = { summary: 'Answers a question in OpenAI’s form', body: chatSchema, response: { 200: completed, 404: errorSchema, 502: errorSchema, 503: errorSchema } };
  server.post<{ Body: ChatBody }>('/v1/chat/completions', { config, schema }, async (request, reply) => {
    const [question = '', previous] = questionsOf(request.body);
    const asked: AskRequest = { question, dataset: request.body.model, caller: request.caller, signal: clientSignal(reply), watch: previous === undefined ? {} : { previous: { question: previous } } };
    if (request.body.stream === true) return completeStreamed(asked, service, reply, onDefect);
    const given = await service.ask(asked);
    const message = { role: 'assistant', content: contentOf(given), refusal: null };
    return { ...frame(given, 'chat.completion'), choices: [{ index: 0, message, finish_reason: 'stop', logprobs: null }], sqlwright: given };
  });
}

async function completeStreamed(asked: AskRequest, service: AskService, reply: FastifyReply, onDefect: (error: unknown) => void): Promise<FastifyReply> {
  const events = createEventStream(reply);
  try {
    const given = await service.ask(asked);
    const chunk = (delta: object, finish: string | null = null): object => ({ ...frame(given, 'chat.completion.chunk'), choices: [{ index: 0, delta, finish_reason: finish, logprobs: null }] });
    events.send(chunk({ role: 'assistant', content: '' }));
    events.send(chunk({ content: contentOf(given) }));
    events.send(chunk({}, 'stop'));
    events.end('[DONE]');
  } catch (error) {
    if (!events.begun) throw error;
    const failure = toFailure(error);
    if (failure.isInternal) onDefect(error);
    events.send(failure.body);
    events.end();
  }
  return reply;
}

function frame({ id, dataset }: GivenAnswer, object: string): object {
  return { id: `chatcmpl-${id}`, object, created: Math.floor(Date.now() / 1000), model: dataset };
}

function contentOf({ answer, sql }: GivenAnswer): string {
  return sql === null ? answer : `${answer}\n\n\`\`\`sql\n${sql}\n\`\`\``;
}

/** The last message of the user, and the one before it. */
function questionsOf({ messages }: ChatBody): string[] {
  return messages.filter(({ role }) => role === 'user').map(({ content }) => textOf(content)).reverse();
}

function textOf(content: ChatBody['messages'][number]['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).flatMap(({ type, text }) => (type === 'text' && text !== undefined ? [text] : [])).join('\n');
}
