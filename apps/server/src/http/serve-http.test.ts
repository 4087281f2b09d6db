import { openTestModel, openTestService, type TestService } from '../../test/test-service.ts';
import { serveHttp, serverSettingsSchema, type RunningServer } from './serve-http.ts';

let test: TestService;
let server: RunningServer;
const options = { keyring: undefined, pageFolder: undefined, onDefect: () => {} };
const settings = serverSettingsSchema.parse({ port: 0, requestsPerMinute: 10_000, graceSeconds: 0.2 });

beforeEach(async () => {
  test = await openTestService({ running: 1, waiting: 1 });
  server = await serveHttp(test.service, settings, options);
});
afterEach(async () => {
  test.model.release();
  await server.close();
  await test.close();
});

function ask(question: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${server.url}/v1/ask`, { method: 'POST', body: JSON.stringify({ question }), headers: { 'content-type': 'application/json' }, signal: signal ?? null });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}
const load = (): { running: number; waiting: number } => test.service.queue.load();

describe('serveHttp', () => {
  it('listens on this machine only', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await ask('How many guests?')).status).toBe(200);
  });

  it('refuses to be open to others without a key', async () => {
    await expect(serveHttp(test.service, { ...settings, host: '0.0.0.0' }, options)).rejects.toMatchObject({ code: 'usage.invalid' });
  });

  it('refuses with 503 and Retry-After beyond its places, and answers again', async () => {
    const held = [ask('wait 1'), ask('wait 2')];
    await until(() => load().waiting === 1);
    const refused = await ask('How many guests?');
    expect([refused.status, Number(refused.headers.get('retry-after')) >= 1, await refused.json()]).toMatchObject([503, true, { error: { code: 'server.busy' } }]);
    await until(() => (test.model.release(), load().running === 0));
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await ask('How many guests?')).status).toBe(200);
  });

  it('frees the place of a client that goes away at once, whether it runs or waits', async () => {
    const [runs, waits] = [new AbortController(), new AbortController()];
    const gone = [ask('wait 1', runs.signal), ask('wait 2', waits.signal)].map((reply) => reply.catch((error: Error) => error.name));
    await until(() => load().waiting === 1);
    waits.abort();
    await until(() => load().waiting === 0);
    expect(load().running).toBe(1);
    runs.abort();
    await until(() => load().running === 0);
    expect(await Promise.all(gone)).toEqual(['AbortError', 'AbortError']);
    expect(test.model.seen).not.toContain('wait 2');
  });

  it('takes a new model between two answers: none fails, each says who answered', async () => {
    const slow = ask('wait');
    await until(() => load().running === 1);
    const next = await openTestModel('scripted:challenger');
    const swapped = test.dataset.model.swap(next);
    const after = ask('How many guests?');
    expect(test.model.closed).toBe(false);
    test.model.release();
    expect([await (await slow).json(), await (await after).json()]).toMatchObject([{ model: 'scripted:test' }, { model: 'scripted:challenger' }]);
    await swapped;
    expect(test.model.closed).toBe(true);
  });

  it('lets running answers end when it stops', async () => {
    const last = ask('wait');
    await until(() => load().running === 1);
    const closing = server.close();
    setTimeout(() => test.model.release(), 50);
    expect((await last).status).toBe(200);
    await closing;
    await expect(ask('How many guests?')).rejects.toThrow();
  });

  it('lets them end even after more than the 10 s that fastify gives a plugin, and refuses others meanwhile', async () => {
    const patient = await serveHttp(test.service, { ...settings, graceSeconds: 30 }, options);
    const post = (question: string): Promise<Response> => fetch(`${patient.url}/v1/ask`, { method: 'POST', body: JSON.stringify({ question }), headers: { 'content-type': 'application/json' } });
    const last = post('wait');
    await until(() => load().running === 1);
    const stopping = patient.close();
    const refused = await post('How many guests?');
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toMatchObject([503, expect.stringMatching(/^\d+$/), { error: { code: 'server.busy' } }]);
    await new Promise((resolve) => setTimeout(resolve, 10_500));
    test.model.release();
    expect((await last).status).toBe(200);
    await stopping;
  });

  it('ends answers that take longer than it may wait', async () => {
    const last = ask('wait').catch((error: Error) => error.message);
    await until(() => load().running === 1);
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(2000);
    expect(await last).toBe('fetch failed');
  });

  it('says so when the port is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serveHttp(test.service, { ...settings, port }, options)).rejects.toMatchObject({ code: 'usage.invalid', message: expect.stringContaining(`${port}`) });
  });
});
