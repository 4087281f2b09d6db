import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that speaks enough of the OpenAI API: `answer` is given the prompt and returns the reply, or undefined to stay silent. */
export async function fakeOpenai(answer: (prompt: string) => Promise<string | undefined> | string | undefined): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', async () => {
      const { messages } = JSON.parse(body) as { messages: { content: string }[] };
      const content = await answer(messages.at(-1)?.content ?? '');
      if (content === undefined) return;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: 'x', object: 'chat.completion', created: 0, model: 'fake', choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
