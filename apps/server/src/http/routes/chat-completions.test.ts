import { createKeyring, makeKey } from '../../security/keyring.ts';
import { openTestServer, type TestServer } from '../../../test/test-server.ts';
import OpenAI from 'openai';

const { key, stored } = makeKey('tests', '2026-01-01');
let test: TestServer;
let client: OpenAI;

beforeAll(async () => {
  test = await openTestServer({ keyring: createKeyring([stored]) });
  const address = await test.server.listen({ port: 0, host: '127.0.0.1' });
  client = new OpenAI({ baseURL: `${address}/v1`, apiKey: key, maxRetries: 0 });
});
afterAll(() => test.close());

describe('the official OpenAI client', () => {
  it('lists the datasets as models', async () => {
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual(['hotel', 'shop']);
  });

  it('gets the answer to the last message of the user', async () => {
    const completion = await client.chat.completions.create({
      model: 'hotel',
      messages: [
        { role: 'user', content: 'Who are they?' },
        { role: 'assistant', content: '…' },
        { role: 'user', content: [{ type: 'text', text: 'How many guests?' }] },
      ],
    });
    expect(completion.choices[0]?.message.content).toContain('```sql\nSELECT count(*) FROM guest\n```');
    expect(completion).toMatchObject({ object: 'chat.completion', model: 'hotel', choices: [{ finish_reason: 'stop' }], sqlwright: { rows: [['3']] } });
  });

  it('gets it as a stream', async () => {
    let text = '';
    for await (const { choices } of await client.chat.completions.create({ model: 'hotel', stream: true, messages: [{ role: 'user', content: 'How many guests?' }] })) text += choices[0]?.delta.content ?? '';
    expect(text).toContain('SELECT count(*) FROM guest');
    expect(test.audited.at(-1)).toMatchObject({ caller: { key: 'tests', via: 'openai' } });
  });

  it('is told of an unknown model, of no question and of a wrong key', async () => {
    const ask = (model: string, content: string): Promise<unknown> => client.chat.completions.create({ model, messages: [{ role: 'user', content }] });
    await expect(ask('none', 'x')).rejects.toMatchObject({ status: 404, code: 'dataset.unknown' });
    await expect(ask('hotel', '')).rejects.toMatchObject({ status: 400, code: 'usage.invalid' });
    await expect(client.withOptions({ apiKey: 'wrong' }).models.list()).rejects.toMatchObject({ status: 401, code: 'access.denied' });
  });
});
