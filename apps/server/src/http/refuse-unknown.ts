import type { FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { HttpError } from './http-error.ts';

const methods = ['GET', 'HEAD', 'POST'] satisfies HTTPMethods[];

/** Refuses a path that is not there, and, where it is, a method that it does not know. @throws HttpError 404, 405 */
export function refuseUnknown(request: FastifyRequest, reply: FastifyReply): never {
  const { server, method, url } = request;
  const path = url.replace(/\?.*$/s, '');
  const known = methods.filter((one) => server.hasRoute({ method: one, url: path }));
  if (known.length === 0) throw new HttpError(404, 'usage.invalid', `There is no ${method} ${url}.`, { hint: 'See /docs.' });
  reply.header('allow', known.join(', '));
  throw new HttpError(405, 'usage.invalid', `${path} knows no ${method}.`, { hint: `Use ${known.join(' or ')}; see /docs.` });
}
