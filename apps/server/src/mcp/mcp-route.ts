import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { errorSchema, eventSchema, mcpErrorSchema, mcpSchema } from '../http/schemas.ts';
import type { AskService } from '../service/ask-service.ts';

/** POST /mcp: MCP over streamable HTTP without sessions; a stream from the server is not needed and not offered. */
export function mcpRoute(server: FastifyInstance, service: AskService, onDefect: (error: unknown) => void): void {
  const replies = { description: 'Replies to the messages', content: { 'text/event-stream': { schema: eventSchema } } };
  const response = { 200: replies, 202: z.null().describe('Messages that need no reply were taken'), 400: z.union([errorSchema, mcpErrorSchema]), 406: mcpErrorSchema };
  const options = { config: { via: 'mcp' }, schema: { summary: 'Model Context Protocol, streamable HTTP', body: mcpSchema, response } } as const;
  server.post('/mcp', options, (request, reply) => handle(service, request, reply, onDefect));
}

async function handle(service: AskService, request: FastifyRequest, reply: FastifyReply, onDefect: (error: unknown) => void): Promise<void> {
  // Loaded with the first connection: many services have none, and all should start soon.
  const [{ StreamableHTTPServerTransport }, { createMcpServer }] = await Promise.all([import('@modelcontextprotocol/sdk/server/streamableHttp.js'), import('./create-mcp-server.ts')]);
  const connection = createMcpServer(service, request.caller, onDefect);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: false });
  reply.raw.once('close', () => void connection.close());
  // Its optional callbacks are typed without `undefined`.
  await connection.connect(transport as Transport);
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
  await transport.handleRequest(request.raw, reply.raw, request.body);
}
