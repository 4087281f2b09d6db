import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { copyWorkspace } from '../test/workspace-copy.ts';

const cli = path.resolve(import.meta.dirname, '../bin/sqlwright.js');

it('speaks MCP over standard input and output with the released adapter', async () => {
  const { INIT_CWD: _outer, NODE_OPTIONS: _options, ...environment } = process.env as Record<string, string>;
  const args = ['--conditions=@sqlwright/source', '--disable-warning=ExperimentalWarning', cli, 'mcp', '--dataset', 'customer'];
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: await copyWorkspace(), env: environment, stderr: 'ignore' }), { timeout: 300_000 });
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['ask']);
  const result = await client.callTool({ name: 'ask', arguments: { question: 'How many customers are there?' } }, undefined, { timeout: 300_000 });
  expect(result).toMatchObject({ structuredContent: { status: 'answered', rows: [['600']] } });
  await client.close();
});
