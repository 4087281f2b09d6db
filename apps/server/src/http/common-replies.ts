import type { FastifySchema } from 'fastify';
import type { z } from 'zod';
import { errorSchema } from './schemas.ts';

/** What a description has to know of a route to tell how it may refuse a request. */
export interface Refusing extends Pick<FastifySchema, 'body' | 'querystring'> {
  /** Holds data: asks for a key where there are keys, and counts requests. */
  readonly isService: boolean;
  readonly hasKeys: boolean;
}

/** The refusals that every route shares, by status; a route itself describes only its own replies. */
export function commonReplies({ body, querystring, isService, hasKeys }: Refusing): Record<number, z.ZodType> {
  const unread = body === undefined ? [] : [413, 415];
  const wrong = body === undefined && querystring === undefined ? [] : [400];
  const closed = isService ? [...(hasKeys ? [401] : []), 429] : [];
  return Object.fromEntries([...wrong, ...closed, 403, ...unread, 421].map((status) => [status, errorSchema]));
}
