import { once } from 'node:events';
import type { AskService } from '../service/ask-service.ts';

/**
 * Speaks MCP over standard input and output until the client closes them or the signal fires.
 * @param onDefect told of defects
 */
export async function serveMcpStdio(service: AskService, signal: AbortSignal, onDefect: (error: unknown) => void): Promise<void> {
  const [{ StdioServerTransport }, { createMcpServer }] = await Promise.all([import('@modelcontextprotocol/sdk/server/stdio.js'), import('./create-mcp-server.ts')]);
  const server = createMcpServer(service, { key: null, address: 'stdio', via: 'mcp' }, onDefect);
  const ended = once(process.stdin, 'close', { signal }).catch(() => undefined);
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}
