import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const unbuilt = '<!doctype html><html lang="en"><title>sqlwright</title><p>The page is not built yet: <code>npx nx build @sqlwright/web</code>. The API is described at <a href="/docs">/docs</a>.</p></html>';

/** Serves the built page; files with a digest in their name may be kept for good. */
export async function servePage(server: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined) {
    server.get('/', { config: { open: true }, schema: { hide: true } }, (_request, reply) => reply.type('text/html; charset=utf-8').send(unbuilt));
    return;
  }
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, file) => void reply.header('cache-control', file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
}
