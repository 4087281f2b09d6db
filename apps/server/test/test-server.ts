import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createServer, type HttpOptions } from '../src/http/create-server.ts';
import { openTestService, type TestService } from './test-service.ts';

export interface TestServer extends TestService {
  readonly server: FastifyInstance;
  readonly defects: unknown[];
  ask(question: string, more?: object): Promise<LightMyRequestResponse>;
}

/** The routes over a scripted model, asked without a socket. */
export async function openTestServer(options: Partial<HttpOptions> = {}, parts: Parameters<typeof openTestService>[0] = {}): Promise<TestServer> {
  const test = await openTestService(parts);
  const defects: unknown[] = [];
  const settings: HttpOptions = { keyring: undefined, allowedHosts: [], requestsPerMinute: 1000, bodyBytes: 4096, trustProxy: false, pageFolder: undefined, onDefect: (error) => defects.push(error), ...options };
  const server = await createServer(test.service, settings);
  await server.ready();
  return {
    ...test,
    server,
    defects,
    ask: (question, more = {}) => server.inject({ method: 'POST', url: '/v1/ask', payload: { question, ...more } }),
    async close() {
      await server.close();
      await test.close();
    },
  };
}

/** The events of a reply, in order. */
export function readEvents(body: string): { event: string; data: unknown }[] {
  return body
    .split('\n\n')
    .filter((block) => block.includes('data: '))
    .map((block) => ({ event: /^event: (.*)$/m.exec(block)?.[1] ?? '', data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null') as unknown }));
}
