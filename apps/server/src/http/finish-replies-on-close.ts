import type { FastifyInstance } from 'fastify';

/**
 * Makes a server that is told to close wait for the replies under way. fastify takes no new request by then, and afterwards ends every
 * connection: one that a client keeps open, or opened ahead of need, would hold up the end for a minute.
 */
export function finishRepliesOnClose(server: FastifyInstance): void {
  const pending = new Set<Promise<void>>();
  server.addHook('onRequest', async (_request, reply) => {
    const ended = new Promise<void>((resolve) => reply.raw.once('close', resolve));
    pending.add(ended);
    void ended.then(() => pending.delete(ended));
  });
  server.addHook('preClose', async () => {
    await Promise.all(pending);
  });
}
