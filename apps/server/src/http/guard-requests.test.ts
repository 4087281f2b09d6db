import type { LightMyRequestResponse } from 'fastify';
import { createKeyring, makeKey } from '../security/keyring.ts';
import { openTestServer, type TestServer } from '../../test/test-server.ts';

const { key, stored } = makeKey('reports', '2026-01-01');
let test: TestServer;
beforeAll(async () => {
  test = await openTestServer({ keyring: createKeyring([stored]), allowedHosts: ['Ask.example.com'] });
});
afterAll(() => test.close());

const get = (url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => test.server.inject({ url, headers });
const bearer = { authorization: `Bearer ${key}` };

describe('keys', () => {
  it('are asked for wherever data is, however the path is spelled', async () => {
    for (const url of ['/v1/datasets', '/v1/schema', '/metrics', '/%76%31/datasets', '/v1/../v1/datasets']) expect([401, 404]).toContain((await get(url)).statusCode);
    const reply = await get('/v1/datasets');
    expect([reply.statusCode, reply.headers['www-authenticate'], reply.json()]).toMatchObject([401, 'Bearer', { error: { code: 'access.denied' } }]);
    expect((await get('/%76%31/datasets')).body).not.toContain('hotel');
    expect((await test.server.inject({ method: 'POST', url: '/mcp', payload: {} })).statusCode).toBe(401);
  });

  it('open the service, and name who asks', async () => {
    expect((await get('/v1/datasets', bearer)).statusCode).toBe(200);
    expect((await get('/v1/datasets', { authorization: `bearer ${key}` })).statusCode).toBe(200);
    await test.server.inject({ method: 'POST', url: '/v1/ask', payload: { question: 'How many guests?' }, headers: bearer });
    expect(test.audited.at(-1)).toMatchObject({ caller: { key: 'reports' } });
  });

  it.each(['Bearer', 'Bearer x', `Basic ${key}`, `Bearer ${key}x`, stored.sha256, `Bearer ${stored.sha256}`])('are not %s', async (authorization) => {
    expect((await get('/v1/datasets', { authorization })).statusCode).toBe(401);
    expect(test.audited.at(-1)).toMatchObject({ act: 'refused', code: 'access.denied', path: '/v1/datasets' });
  });

  it('are not needed for page, description and health', async () => {
    for (const url of ['/', '/docs/json', '/healthz', '/readyz']) expect((await get(url)).statusCode).toBe(200);
  });

  it('are stored as hashes', () => {
    expect(JSON.stringify(stored)).not.toContain(key);
    expect(stored.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('host and origin', () => {
  it.each([
    ['localhost:8080', 200],
    ['127.0.0.1', 200],
    ['[::1]:80', 200],
    ['ask.EXAMPLE.com', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['localhost@evil.example', 421],
  ])('take the host %s with %i', async (host, status) => {
    expect((await get('/healthz', { host })).statusCode).toBe(status);
  });

  it('let only the own page ask', async () => {
    const ask = (origin: string): Promise<LightMyRequestResponse> =>
      test.server.inject({ method: 'POST', url: '/v1/ask', payload: { question: 'How many guests?' }, headers: { ...bearer, host: 'localhost:8080', origin } });
    expect((await ask('http://localhost:8080')).statusCode).toBe(200);
    for (const origin of ['http://evil.example', 'http://localhost:9999', 'null']) expect((await ask(origin)).statusCode).toBe(403);
    expect((await ask('http://localhost:8080')).headers['access-control-allow-origin']).toBeUndefined();
  });
});

it('each reply carries the security headers', async () => {
  for (const url of ['/', '/v1/datasets', '/nowhere']) {
    const { headers } = await get(url, bearer);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining("default-src 'none'"), 'x-frame-options': 'SAMEORIGIN', 'referrer-policy': 'no-referrer' });
  }
});

it('a path that is not there, and a method that it does not know, are told apart', async () => {
  const post = await test.server.inject({ method: 'POST', url: '/nowhere', payload: 'no JSON' });
  expect([post.statusCode, post.json()]).toMatchObject([404, { error: { code: 'usage.invalid' } }]);
  const put = await test.server.inject({ method: 'PUT', url: '/v1/ask?x=1', payload: 'no JSON' });
  expect([put.statusCode, put.headers['allow'], put.json()]).toMatchObject([405, 'POST', { error: { hint: 'Use POST; see /docs.' } }]);
  expect((await test.server.inject({ method: 'DELETE', url: '/healthz' })).headers['allow']).toBe('GET, HEAD');
});

it('a key or address has only so many requests a minute', async () => {
  const limited = await openTestServer({ requestsPerMinute: 2 });
  const statuses = [];
  for (let index = 0; index < 3; index += 1) statuses.push((await limited.ask('How many guests?')).statusCode);
  expect(statuses).toEqual([200, 200, 429]);
  const reply = await limited.ask('How many guests?');
  expect([Number(reply.headers['retry-after']) > 0, reply.json()]).toMatchObject([true, { error: { code: 'access.rate-limited' } }]);
  expect((await limited.server.inject('/healthz')).statusCode).toBe(200);
  await limited.close();
});

it('the description lists every route and needs no script of others', async () => {
  const { paths, openapi } = (await get('/docs/json', bearer)).json<{ paths: Record<string, unknown>; openapi: string }>();
  expect([openapi, Object.keys(paths).sort()]).toEqual(['3.1.0', ['/healthz', '/mcp', '/metrics', '/readyz', '/v1/ask', '/v1/chat/completions', '/v1/datasets', '/v1/feedback', '/v1/models', '/v1/schema']]);
  expect(Object.keys((paths['/v1/ask'] as { post: { responses: object } }).post.responses)).toEqual(['200', '400', '401', '403', '404', '413', '415', '421', '429', '502', '503', '504']);
  const page = await get('/docs', bearer);
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
});
