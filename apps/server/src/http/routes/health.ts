import type { FastifyInstance } from 'fastify';
import { toSqlwrightError } from '@sqlwright/errors';
import { z } from 'zod';
import type { Metrics } from '../../metrics.ts';
import type { AskService } from '../../service/ask-service.ts';
import { soonSeconds } from '../error-body.ts';
import { healthSchema, readinessSchema } from '../schemas.ts';

/** GET /healthz: the process lives. GET /readyz: each database answers and the service takes questions. GET /metrics for Prometheus. */
export function healthRoutes(server: FastifyInstance, service: AskService, metrics: Metrics, isStopping: () => boolean): void {
  const figures = { description: 'Prometheus’ text form', content: { 'text/plain': { schema: z.string() } } };
  server.get('/healthz', { config: { open: true }, schema: { summary: 'The process lives', response: { 200: healthSchema } } }, () => ({ status: 'ok' }));
  server.get('/readyz', { config: { open: true }, schema: { summary: 'Questions can be answered', response: { 200: readinessSchema, 503: readinessSchema } } }, async (_request, reply) => {
    const datasets = Object.fromEntries(await Promise.all(service.datasets.map(async (dataset) => [dataset.name, await stateOf(dataset)] as const)));
    const isReady = !isStopping() && Object.values(datasets).every((state) => state === 'ready');
    if (!isReady) reply.header('retry-after', soonSeconds);
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', datasets });
  });
  server.get('/metrics', { schema: { summary: 'Figures for Prometheus', response: { 200: figures } } }, async (_request, reply) => {
    return reply.header('content-type', metrics.contentType).send(await metrics.text());
  });
}

async function stateOf(dataset: AskService['datasets'][number]): Promise<string> {
  try {
    await dataset.ping();
    return 'ready';
  } catch (error) {
    return toSqlwrightError(error).code;
  }
}
