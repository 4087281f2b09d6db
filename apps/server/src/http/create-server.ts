import { SqlwrightError } from '@sqlwright/errors';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { mcpRoute } from '../mcp/mcp-route.ts';
import type { Service } from '../service/create-service.ts';
import { toFailure } from './error-body.ts';
import { finishRepliesOnClose } from './finish-replies-on-close.ts';
import { guardRequests, type RequestGuards } from './guard-requests.ts';
import { describeRoutes } from './open-api.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { askRoute } from './routes/ask.ts';
import { chatRoutes } from './routes/chat-completions.ts';
import { feedbackRoute } from './routes/feedback.ts';
import { healthRoutes } from './routes/health.ts';
import { schemaRoutes } from './routes/schema.ts';
import { servePage } from './serve-page.ts';
import { useZodSchemas } from './validate.ts';

export interface HttpOptions extends RequestGuards {
  readonly bodyBytes: number;
  /** Believes X-Forwarded-For; only behind a proxy that sets it. */
  readonly trustProxy: boolean;
  /** The built page; without it a note says how to build it. */
  readonly pageFolder: string | undefined;
  /** Told of defects. */
  readonly onDefect: (error: unknown) => void;
}

/** While it stops, the queue refuses questions as ever, with Retry-After; how long running answers may take is for the service to say, not for fastify's 10 s. */
const closing = { forceCloseConnections: true, return503OnClosing: false, pluginTimeout: 0 } as const;

/** The routes of the service, not listening yet. */
export async function createServer(service: Service, options: HttpOptions): Promise<FastifyInstance> {
  const server = fastify({ bodyLimit: options.bodyBytes, trustProxy: options.trustProxy, routerOptions: { maxParamLength: 100 }, ...closing });
  let isStopping = false;
  useZodSchemas(server);
  finishRepliesOnClose(server);
  server.addHook('preClose', async () => void (isStopping = true));
  server.addHook('onResponse', async (request, reply) => service.metrics.replied(request.routeOptions.url ?? 'unknown', request.method, reply.statusCode, reply.elapsedTime / 1000));
  server.setErrorHandler((error, request, reply) => sendError(error, request, reply, service, options));
  await guardRequests(server, options);
  await describeRoutes(server, options.keyring !== undefined);
  // Before a body is read: of a path or method that is not there, nothing else is worth saying.
  server.addHook('onRequest', async (request, reply) => void (request.is404 && refuseUnknown(request, reply)));
  addRoutes(server, service, options.onDefect, () => isStopping);
  await servePage(server, options.pageFolder);
  return server;
}

function addRoutes(server: FastifyInstance, { ask, feedback, metrics }: Service, onDefect: HttpOptions['onDefect'], isStopping: () => boolean): void {
  askRoute(server, ask, onDefect);
  chatRoutes(server, ask, onDefect);
  schemaRoutes(server, ask);
  feedbackRoute(server, feedback);
  healthRoutes(server, ask, metrics, isStopping);
  mcpRoute(server, ask, onDefect);
}

function sendError(thrown: unknown, request: FastifyRequest, reply: FastifyReply, { audit }: Service, { onDefect }: HttpOptions): FastifyReply {
  const { status, body, isInternal, retryAfterSeconds } = toFailure(thrown);
  if (isInternal) onDefect(thrown);
  if (SqlwrightError.is(thrown) && thrown.code.startsWith('access.')) audit({ act: 'refused', caller: request.caller, path: request.url, code: thrown.code });
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.status(status).send(body);
}
