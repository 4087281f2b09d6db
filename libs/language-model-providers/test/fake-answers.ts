import type { Handler } from './fake-server.ts';

/** What the fake models say: a word for each word of the question, cut at the token limit. */
function reply(message: string, limit: number): { text: string; cut: boolean; tokens: number } {
  const words = `You asked: ${message}`.split(' ');
  const kept = words.slice(0, limit);
  return { text: kept.join(' '), cut: kept.length < words.length, tokens: kept.length };
}

/** Answers as the Anthropic API does: a stream of events. */
export const anthropicAnswer: Handler = ({ body }, response) => {
  const { text, cut, tokens } = reply(messageOf(body), Number(body['max_tokens']));
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model: body['model'], content: [], stop_reason: null, stop_sequence: null, usage: { input_tokens: 7, output_tokens: 1 } };
  const events = [
    { type: 'message_start', message },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: cut ? 'max_tokens' : 'end_turn', stop_sequence: null }, usage: { output_tokens: tokens } },
    { type: 'message_stop' },
  ];
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''));
};

/** Answers as OpenAI's chat completions do. */
export const openaiAnswer: Handler = ({ body }, response) => {
  const limit = Number(body['max_tokens'] ?? body['max_completion_tokens']);
  const { text, cut, tokens } = reply(messageOf(body), limit);
  completion(response, [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: cut ? 'length' : 'stop' }], tokens);
};

export const openaiNoChoice: Handler = (_, response) => completion(response, [], 0);

function completion(response: Parameters<Handler>[1], choices: unknown[], tokens: number): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ id: 'c1', object: 'chat.completion', created: 1, model: 'm', choices, usage: { prompt_tokens: 7, completion_tokens: tokens, total_tokens: 7 + tokens } }));
}

function messageOf(body: Record<string, unknown>): string {
  const [turn] = body['messages'] as { content: string }[];
  return turn?.content ?? '';
}
