import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { createKeyring, makeKey } from '../security/keyring.ts';
import { openTestServer, type TestServer } from '../../test/test-server.ts';
import { createMcpServer } from './create-mcp-server.ts';

const { key, stored } = makeKey('agent', '2026-01-01');
let test: TestServer;
let address: string;

beforeAll(async () => {
  test = await openTestServer({ keyring: createKeyring([stored]) });
  address = await test.server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => test.close());

async function connectHttp(headers: Record<string, string> = { authorization: `Bearer ${key}` }): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`), { requestInit: { headers } }) as Transport);
  return client;
}

async function connectInMemory(): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  await createMcpServer(test.service.ask, { key: null, address: 'stdio', via: 'mcp' }, (error) => test.defects.push(error)).connect(far);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(near);
  return client;
}

describe.each([
  ['streamable HTTP', () => connectHttp()],
  ['a pair of streams', () => connectInMemory()],
])('the SDK’s own client over %s', (_name, connect) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect();
  });
  afterAll(() => client.close());

  it('finds one tool that only reads, and the schemas', async () => {
    expect((await client.listTools()).tools).toMatchObject([{ name: 'ask', annotations: { readOnlyHint: true }, inputSchema: { required: ['question'] } }]);
    expect((await client.listResources()).resources.map(({ uri }) => uri)).toEqual(['schema://hotel', 'schema://shop']);
    const [content] = (await client.readResource({ uri: 'schema://hotel' })).contents;
    expect(JSON.parse((content as { text: string }).text)).toMatchObject({ tables: [{ name: 'guest' }] });
  });

  it('gets sentence, SQL and rows', async () => {
    const result = await client.callTool({ name: 'ask', arguments: { question: 'How many guests?' } });
    expect(result).toMatchObject({ structuredContent: { status: 'answered', sql: 'SELECT count(*) FROM guest', rows: [['3']] }, content: [{ type: 'text', text: expect.stringContaining('3') }] });
    expect(test.audited.at(-1)).toMatchObject({ caller: { via: 'mcp' } });
  });

  it('stands behind the same guard', async () => {
    expect(await client.callTool({ name: 'ask', arguments: { question: 'What is hidden?' } })).toMatchObject({ structuredContent: { status: 'blocked', rows: [] } });
  });

  it('is told what went wrong, and not why the service is defect', async () => {
    const unknown = await client.callTool({ name: 'ask', arguments: { question: 'x', dataset: 'none' } });
    expect(unknown).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('hotel, shop') }] });
    const told = test.defects.length;
    expect(JSON.stringify(await client.callTool({ name: 'ask', arguments: { question: 'defect' } }))).not.toContain('secret detail');
    expect(test.defects).toHaveLength(told + 1);
    expect(await client.callTool({ name: 'ask', arguments: { sql: 'SELECT 1' } })).toMatchObject({ isError: true });
  });
});

describe('/mcp', () => {
  it('is closed to a client without a key, and to other sites', async () => {
    await expect(connectHttp({})).rejects.toThrow(/401|key|Unauthorized/i);
    const reply = await test.server.inject({ method: 'POST', url: '/mcp', payload: {}, headers: { authorization: `Bearer ${key}`, origin: 'http://evil.example' } });
    expect(reply.statusCode).toBe(403);
  });

  it('refuses what is no message, and has no sessions to read or end', async () => {
    const headers = { authorization: `Bearer ${key}`, accept: 'application/json, text/event-stream' };
    expect((await test.server.inject({ method: 'POST', url: '/mcp', payload: { hello: 1 }, headers })).statusCode).toBe(400);
    expect((await test.server.inject({ method: 'GET', url: '/mcp', headers })).statusCode).toBe(405);
    expect((await test.server.inject({ method: 'DELETE', url: '/mcp', headers })).statusCode).toBe(405);
  });
});
