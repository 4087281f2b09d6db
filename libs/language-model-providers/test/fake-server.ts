import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that arrived. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

export type Handler = (received: Received, response: ServerResponse) => void;

export interface FakeServer {
  readonly url: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** Starts an HTTP server on 127.0.0.1 that answers each request with the next handler; the last one answers all further requests. */
export async function startFakeServer(...handlers: readonly [Handler, ...Handler[]]): Promise<FakeServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const handler = handlers[Math.min(received.length, handlers.length - 1)] ?? handlers[0];
      received.push({ path: request.url ?? '', headers: request.headers, body });
      handler(received.at(-1) as Received, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Refuses with a status; the SDKs are told to try again at once. */
export function refuse(status: number, message: string): Handler {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' });
    response.end(JSON.stringify({ type: 'error', error: { type: 'some_error', message } }));
  };
}

export const hangUp: Handler = (_, response) => {
  response.destroy();
};

export const answerWithHtml: Handler = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('<html>a proxy</html>');
};

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as Record<string, unknown>;
}
