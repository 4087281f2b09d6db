import type { FastifyInstance } from 'fastify';
import type { FeedbackService } from '../../feedback/feedback-service.ts';
import { clientSignal } from '../client-signal.ts';
import { errorSchema, feedbackReplySchema, feedbackSchema, type FeedbackBody } from '../schemas.ts';

/** POST /v1/feedback: what a person says of an answer; 201 once it is on the disk. */
export function feedbackRoute(server: FastifyInstance, feedback: FeedbackService): void {
  const response = { 201: feedbackReplySchema, 404: errorSchema, 422: errorSchema, 503: errorSchema };
  server.post<{ Body: FeedbackBody }>('/v1/feedback', { schema: { summary: 'Confirms or corrects an answer', body: feedbackSchema, response } }, async (request, reply) => {
    const kept = await feedback.take({ ...request.body, caller: request.caller, signal: clientSignal(reply) });
    return reply.status(201).send(kept);
  });
}
