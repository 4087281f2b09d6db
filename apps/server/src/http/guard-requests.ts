import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { SqlwrightError } from '@sqlwright/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkHost, checkOrigin } from '../security/check-origin.ts';
import type { Keyring } from '../security/keyring.ts';
import type { Caller } from '../service/given-answer.ts';
import { HttpError } from './http-error.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    /** Needs no key. */
    readonly open?: boolean;
    readonly via?: Caller['via'];
  }
}

export interface RequestGuards {
  /** Without it the service asks for no key. */
  readonly keyring: Keyring | undefined;
  readonly allowedHosts: readonly string[];
  /** Most requests of one key or address in a minute. */
  readonly requestsPerMinute: number;
}

/** Every request passes, in this order: host, origin, key, rate; every reply carries the security headers. No other site's page may read a reply: there is no CORS. */
export async function guardRequests(server: FastifyInstance, { keyring, allowedHosts, requestsPerMinute }: RequestGuards): Promise<void> {
  const hosts = new Set(allowedHosts.map((host) => host.toLowerCase()));
  server.decorateRequest('caller');
  server.addHook('onRequest', async (request) => {
    const { config } = request.routeOptions;
    request.caller = { key: null, address: request.ip, via: config.via ?? 'http' };
    forbid(421, () => checkHost(request.headers.host, hosts));
    forbid(403, () => checkOrigin(request.headers.origin, request.headers.host));
    if (keyring !== undefined && config.open !== true && isService(request)) request.caller = { ...request.caller, key: keyring.check(request.headers.authorization) };
  });
  await server.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: contentRules }, hsts: false });
  await server.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ caller }) => caller.key ?? caller.address,
    allowList: (request) => request.routeOptions.config.open === true || !isService(request),
    errorResponseBuilder: (_request, { after }) => new SqlwrightError('access.rate-limited', 'Too many requests.', { hint: `Ask again in ${after}.` }),
  });
}

/** The page's own files and the description of the API hold no data: they need no key. The route's pattern is asked, as a path can be spelled in many ways. */
function isService({ routeOptions: { url = '' } }: FastifyRequest): boolean {
  return url.startsWith('/v1/') || url.startsWith('/mcp') || url.startsWith('/metrics');
}

const contentRules = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

function forbid(status: number, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!SqlwrightError.is(error)) throw error;
    throw new HttpError(status, error.code, error.message, { hint: error.hint });
  }
}
