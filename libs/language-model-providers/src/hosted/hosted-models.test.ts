import { inspect } from 'node:util';
import type { LanguageModel } from '@sqlwright/language-model';
import { languageModelContract, type ModelHarness } from '@sqlwright/language-model/testing';
import { anthropicAnswer, openaiAnswer, openaiNoChoice } from '../../test/fake-answers.ts';
import { answerWithHtml, hangUp, refuse, startFakeServer, type FakeServer, type Handler } from '../../test/fake-server.ts';
import { createAnthropicModel } from '../anthropic/create-anthropic-model.ts';
import { createOpenaiModel } from '../openai/create-openai-model.ts';

const key = 'sk-very-secret-0123456789';
const request = { message: 'How many customers are there?', maxTokens: 50 };
const providers = [
  { provider: 'anthropic', create: createAnthropicModel, answer: anthropicAnswer },
  { provider: 'openai', create: createOpenaiModel, answer: openaiAnswer },
];

describe.each(providers)('the $provider provider', ({ provider, create, answer }) => {
  let server: FakeServer;
  const serve = async (...handlers: [Handler, ...Handler[]]): Promise<LanguageModel> => {
    server = await startFakeServer(...handlers);
    return await create({ model: 'some-model', key, baseUrl: server.url, retries: 2 });
  };
  afterEach(() => server.close());

  const harness: ModelHarness = {
    open: () => serve(answer),
    requests: [request, { message: 'Who lives in Rome?', maxTokens: 50 }],
    cutRequest: { message: 'One two three four five six', maxTokens: 3 },
  };
  it.each(languageModelContract(harness))('$name', ({ check }) => check());

  it('sends the question, the limit, the temperature and the key', async () => {
    const model = await serve(answer);
    expect(await model.generate(request)).toMatchObject({ text: `You asked: ${request.message}`, usage: { promptTokens: 7, completionTokens: 7 } });
    const [{ body, headers }] = server.received as [FakeServer['received'][number]];
    expect(body).toMatchObject({ model: 'some-model', messages: [{ role: 'user', content: request.message }], max_tokens: 50, temperature: 0 });
    expect(headers['x-api-key'] ?? headers.authorization?.replace('Bearer ', '')).toBe(key);
  });

  it('tries again after 429, 5xx and a broken connection', async () => {
    for (const failure of [refuse(429, 'slow down'), refuse(503, 'overloaded'), hangUp]) {
      const model = await serve(failure, answer);
      expect((await model.generate(request)).text).toMatch(/^You asked/);
      await server.close();
    }
  });

  it('asks without a temperature where the model takes none', async () => {
    const model = await serve(refuse(400, 'temperature is not supported with this model'), answer);
    expect((await model.generate(request)).text).toMatch(/^You asked/);
    expect(server.received.map(({ body }) => 'temperature' in body)).toEqual([true, false]);
  });

  it.each([
    ['provider.refused-key', 1, refuse(401, `invalid key ${key}`)],
    ['provider.rate-limited', 3, refuse(429, 'too many requests')],
    ['provider.unavailable', 3, refuse(500, `broken while serving ${key}`)],
    ['provider.unavailable', 1, refuse(404, 'no such model')],
    ['provider.bad-reply', 1, refuse(400, 'max_tokens is too large')],
  ])('ends with %s after %d request(s)', async (code, requests, failure) => {
    const model = await serve(failure);
    const error: unknown = await model.generate(request).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, message: expect.stringContaining(`${provider}:some-model`), hint: expect.stringMatching(/\w/) });
    expect(server.received).toHaveLength(requests);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(key);
  });

  it('says that nothing listens', async () => {
    const model = await serve(answer);
    const silent = await create({ model: 'some-model', key, baseUrl: server.url, retries: 0 });
    await server.close();
    await expect(silent.generate(request)).rejects.toMatchObject({ code: 'provider.unavailable' });
    await model.close();
  });
});

describe('a reply that cannot be used', () => {
  it.each([
    ['HTML in the place of JSON', answerWithHtml],
    ['no choice', openaiNoChoice],
  ])('is a bad reply: %s', async (_, handler) => {
    const server = await startFakeServer(handler);
    const model = await createOpenaiModel({ model: 'm', key, baseUrl: server.url, retries: 0 });
    await expect(model.generate(request)).rejects.toMatchObject({ code: 'provider.bad-reply' });
    await server.close();
  });
});
