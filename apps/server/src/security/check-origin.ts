import { SqlwrightError } from '@sqlwright/errors';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Checks the Host header, so that a page of another name that resolves to this machine (DNS rebinding) is refused.
 * @param allowed names without port that the service is reached by, besides those of this machine
 * @throws SqlwrightError access.denied
 */
export function checkHost(host: string | undefined, allowed: ReadonlySet<string>): void {
  const name = nameOf(host ?? '');
  if (name !== undefined && (loopback.has(name) || allowed.has(name))) return;
  throw new SqlwrightError('access.denied', 'The service is not known by this host name.', { hint: 'Start it with --allow-host <name> for each name that it is reached by.' });
}

/**
 * Checks the Origin header that a browser sends: only the service's own page may ask it.
 * @throws SqlwrightError access.denied
 */
export function checkOrigin(origin: string | undefined, host: string | undefined): void {
  if (origin === undefined) return;
  if (URL.canParse(origin) && new URL(origin).host === (host ?? '').toLowerCase()) return;
  throw new SqlwrightError('access.denied', 'Pages of other sites may not ask this service.', { hint: 'Ask from the service’s own page, or from a program.' });
}

function nameOf(host: string): string | undefined {
  return /^(\[[0-9a-f:.]+\]|[^:/?#@\s]+)(:\d+)?$/i.exec(host)?.[1]?.toLowerCase();
}
