import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { z } from 'zod';

/** Describes the routes that are registered later: the page is /docs, the description /docs/json. */
export async function describeRoutes(server: FastifyInstance, hasKeys: boolean): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'sqlwright', version: '1', description: 'Questions in plain words over a database. No route takes SQL to show its rows.' },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      ...(hasKeys ? { security: [{ key: [] }] } : {}),
    },
    transform: ({ schema, url }) => ({ schema: toJsonSchemas(schema), url }),
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

function toJsonSchemas(schema: FastifySchema | undefined): FastifySchema {
  const { body, querystring, response, ...others } = schema ?? {};
  return {
    ...others,
    ...(body instanceof z.ZodType ? { body: toJsonSchema(body, 'input') } : {}),
    ...(querystring instanceof z.ZodType ? { querystring: toJsonSchema(querystring, 'input') } : {}),
    ...(response === undefined ? {} : { response: toJsonReplies(response as Record<string, unknown>) }),
  };
}

function toJsonReplies(replies: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(replies).map(([status, reply]) => [status, reply instanceof z.ZodType ? toJsonSchema(reply, 'output') : reply]));
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io });
  return json;
}
