import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { z } from 'zod';
import { commonReplies } from './common-replies.ts';

/** Describes the routes that are registered later: the page is /docs, the description /docs/json. */
export async function describeRoutes(server: FastifyInstance, hasKeys: boolean): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'sqlwright', version: '1', description: 'Questions in plain words over a database. No route takes SQL to show its rows.' },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      ...(hasKeys ? { security: [{ key: [] }] } : {}),
    },
    transform: ({ schema = {}, url, route }) => ({ schema: toJsonSchemas(schema, { isService: route.config?.open !== true, hasKeys }), url }),
  });
  await server.register(swaggerUi, { routePrefix: '/docs', staticCSP: pageRules, uiConfig: { deepLinking: false } });
}

/** Swagger UI sets styles by script; nothing of others is loaded. */
const pageRules = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

function toJsonSchemas(schema: FastifySchema, about: { readonly isService: boolean; readonly hasKeys: boolean }): FastifySchema {
  if (schema.hide === true) return schema;
  const { body, querystring, response, ...others } = schema;
  const replies = { ...commonReplies({ ...about, body, querystring }), ...(response as Record<string, unknown> | undefined) };
  return {
    ...others,
    ...(body instanceof z.ZodType ? { body: toJsonSchema(body, 'input') } : {}),
    ...(querystring instanceof z.ZodType ? { querystring: toJsonSchema(querystring, 'input') } : {}),
    ...(about.isService ? {} : { security: [] }),
    response: mapValues(replies, toJsonReply),
  };
}

/** A reply of JSON, or of several kinds: `{description, content: {<type>: {schema}}}`. */
function toJsonReply(reply: unknown): unknown {
  if (reply instanceof z.ZodType) return toJsonSchema(reply, 'output');
  const { content, ...others } = reply as { content: Record<string, { schema: unknown }> };
  return { ...others, content: mapValues(content, ({ schema }) => ({ schema: toJsonReply(schema) })) };
}

function mapValues<T, R>(values: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io });
  return json;
}
