import type { AddressInfo } from 'node:net';
import { SqlwrightError } from '@sqlwright/errors';
import type { FastifyInstance } from 'fastify';
import { createServer, type ServerOptions } from './create-server.ts';

export type { ServerOptions } from './create-server.ts';

export interface RunningServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no more questions and ends when those under way are answered. */
  close(): Promise<void>;
}

/**
 * Serves an answerer over HTTP: POST /v1/ask and GET /healthz.
 * @param options.host 127.0.0.1 unless said otherwise: there is no authentication, so put a proxy before it to open it to others
 * @param options.port 0 for any free one
 * @throws SqlwrightError usage.invalid if the address cannot be used
 */
export async function startServer(options: ServerOptions & { readonly host?: string; readonly port: number }): Promise<RunningServer> {
  const { host = '127.0.0.1', port } = options;
  const server = createServer(options);
  await listen(server, host, port);
  const { address, family, port: taken } = server.server.address() as AddressInfo;
  return { url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`, close: () => server.close() };
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (cause) {
    await server.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SqlwrightError('usage.invalid', `The server cannot listen on ${host}:${port}: ${reason}`, { cause, hint: 'Choose another --port or --host.' });
  }
}
