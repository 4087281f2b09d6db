import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from '../http/http-error.ts';
import type { AskService } from '../service/ask-service.ts';

/** POST /mcp: MCP over streamable HTTP without sessions; a stream from the server is not needed and not offered. */
export function mcpRoute(server: FastifyInstance, service: AskService): void {
  const options = { config: { via: 'mcp' }, schema: { summary: 'Model Context Protocol, streamable HTTP' } } as const;
  server.post('/mcp', options, (request, reply) => handle(service, request, reply));
  server.route({ method: ['GET', 'DELETE'], url: '/mcp', schema: { hide: true }, handler: (_request, reply) => refuse(reply) });
}

async function handle(service: AskService, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  // Loaded with the first connection: many services have none, and all should start soon.
  const [{ StreamableHTTPServerTransport }, { createMcpServer }] = await Promise.all([import('@modelcontextprotocol/sdk/server/streamableHttp.js'), import('./create-mcp-server.ts')]);
  const connection = createMcpServer(service, request.caller);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: false });
  reply.raw.once('close', () => void connection.close());
  // Its optional callbacks are typed without `undefined`.
  await connection.connect(transport as Transport);
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
  await transport.handleRequest(request.raw, reply.raw, request.body);
}

function refuse(reply: FastifyReply): never {
  reply.header('allow', 'POST');
  throw new HttpError(405, 'usage.invalid', 'MCP is spoken here with POST, without sessions.', { hint: 'Connect with a client of streamable HTTP.' });
}
