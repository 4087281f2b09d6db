import type { AddressInfo } from 'node:net';
import { SqlwrightError } from '@sqlwright/errors';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Service } from '../service/create-service.ts';
import { createServer, type HttpOptions } from './create-server.ts';

/** The settings of the service with their defaults; the command line names them with hyphens. */
export const serverSettingsSchema = z.strictObject({
  host: z.string().default('127.0.0.1'),
  /** 0 for any free one. */
  port: z.number().int().min(0).max(65_535).default(8080),
  /** Questions worked on at the same time: one writes SQL while the rows of another are read. */
  running: z.number().int().positive().default(2),
  /** Questions that may wait; more get 503 with Retry-After. */
  waiting: z.number().int().nonnegative().default(32),
  /** Most requests of one key or address in a minute. */
  requestsPerMinute: z.number().int().positive().default(120),
  bodyBytes: z.number().int().positive().default(16 * 1024),
  /** Time for running answers when the service is told to stop. */
  graceSeconds: z.number().nonnegative().default(30),
  /** Names that the service is reached by, besides those of this machine. */
  allowedHosts: z.array(z.string()).default([]),
  trustProxy: z.boolean().default(false),
});

export type ServerSettings = z.infer<typeof serverSettingsSchema>;

export interface RunningServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no more questions and ends when those that have a place are answered, or after `graceSeconds`. */
  close(): Promise<void>;
}

/**
 * Serves questions over HTTP.
 * @throws SqlwrightError usage.invalid if the address cannot be used, or is open to others and asks for no key
 */
export async function serveHttp(service: Service, settings: ServerSettings, options: Pick<HttpOptions, 'keyring' | 'pageFolder' | 'onDefect'>): Promise<RunningServer> {
  if (options.keyring === undefined && !isLoopback(settings.host)) {
    throw new SqlwrightError('usage.invalid', `On ${settings.host} others could ask without a key.`, { hint: 'Make a key first: npx sqlwright key <name>. Or listen on 127.0.0.1.' });
  }
  const server = await createServer(service, { ...settings, ...options });
  await listen(server, settings);
  const { address, family, port } = server.server.address() as AddressInfo;
  return { url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`, close: () => close(server, service, settings.graceSeconds) };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

async function listen(server: FastifyInstance, { host, port }: ServerSettings): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (cause) {
    await server.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SqlwrightError('usage.invalid', `The server cannot listen on ${host}:${port}: ${reason}`, { cause, hint: 'Choose another --port or --host.' });
  }
}

async function close(server: FastifyInstance, { queue }: Service, graceSeconds: number): Promise<void> {
  const deadline = setTimeout(() => server.server.closeAllConnections(), graceSeconds * 1000);
  await Promise.all([queue.stop(), server.close()]);
  clearTimeout(deadline);
}
