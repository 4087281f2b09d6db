import { parseWith } from '@sqlwright/errors';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** Lets routes be described with zod schemas: requests are checked with them, replies go out as JSON. */
export function useZodSchemas(server: FastifyInstance): void {
  server.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => (data) => {
    try {
      return { value: parseWith(schema, data, originOf(schema, httpPart ?? 'request')) };
    } catch (error) {
      return { error: error as Error };
    }
  });
  server.setSerializerCompiler(() => (data) => JSON.stringify(data));
}

function originOf(schema: z.ZodType, part: string): Parameters<typeof parseWith>[2] {
  const what = part === 'body' ? 'The request body' : `The ${part}`;
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return { code: 'usage.invalid', what, hint: 'Send what /docs describes, such as {"question": "How many customers are there?"} to /v1/ask.', known };
}
