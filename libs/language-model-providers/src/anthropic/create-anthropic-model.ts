import type { GenerationRequest, GenerationResult, LanguageModel } from '@sqlwright/language-model';
import type Anthropic from '@anthropic-ai/sdk';
import { answerTimeout, defaultRetries, type HostedOptions } from '../hosted/hosted-options.ts';
import { badReply, providerError } from '../hosted/provider-error.ts';
import { withTemperature } from '../hosted/with-temperature.ts';

/**
 * A model of the Anthropic API, asked through its messages endpoint as a stream, so that long replies do not time out.
 * Its `generate` throws SqlwrightError provider.refused-key, provider.rate-limited, provider.unavailable, provider.bad-reply, run.cancelled.
 */
export async function createAnthropicModel(options: HostedOptions): Promise<LanguageModel> {
  const { default: Client } = await import('@anthropic-ai/sdk');
  const client = new Client({
    apiKey: options.key,
    authToken: null,
    baseURL: options.baseUrl ?? null,
    maxRetries: options.retries ?? defaultRetries,
    timeout: answerTimeout,
    logLevel: 'off',
  });
  const name = `anthropic:${options.model}`;
  return {
    name,
    capabilities: { rawCompletion: false },
    generate: async (request) => {
      try {
        return toResult(name, await ask(client, options.model, request));
      } catch (error) {
        throw providerError(error, { name, key: options.key, signal: request.signal });
      }
    },
    close: async () => {},
  };
}

function ask(client: Anthropic, model: string, request: GenerationRequest): Promise<Anthropic.Message> {
  request.signal?.throwIfAborted();
  const message = { role: 'user' as const, content: request.message };
  return withTemperature(request.temperature ?? 0, (settings) =>
    client.messages.stream({ model, max_tokens: request.maxTokens, messages: [message], ...settings }, { signal: request.signal ?? null }).finalMessage(),
  );
}

function toResult(name: string, message: Anthropic.Message): GenerationResult {
  const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
  if (text === '') throw badReply(name, `it ended with "${message.stop_reason}"`);
  return {
    text,
    finishReason: message.stop_reason === 'max_tokens' ? 'length' : 'stop',
    usage: { promptTokens: message.usage.input_tokens, completionTokens: message.usage.output_tokens },
  };
}
