import type { GenerationRequest, GenerationResult, LanguageModel } from '@sqlwright/language-model';
import type OpenAI from 'openai';
import { answerTimeout, defaultRetries, type HostedOptions } from '../hosted/hosted-options.ts';
import { badReply, providerError } from '../hosted/provider-error.ts';
import { withTemperature } from '../hosted/with-temperature.ts';

/**
 * A model of the OpenAI API or of any server that speaks it (vLLM, Ollama, llama.cpp's own), asked through chat completions.
 * Its `generate` throws SqlwrightError provider.refused-key, provider.rate-limited, provider.unavailable, provider.bad-reply, run.cancelled.
 */
export async function createOpenaiModel(options: HostedOptions): Promise<LanguageModel> {
  const { default: Client } = await import('openai');
  const client = new Client({
    // Local servers need no key, but the SDK insists on one.
    apiKey: options.key === '' ? 'none' : options.key,
    baseURL: options.baseUrl ?? null,
    maxRetries: options.retries ?? defaultRetries,
    timeout: answerTimeout,
    logLevel: 'off',
  });
  const name = `openai:${options.model}`;
  return {
    name,
    capabilities: { rawCompletion: false },
    generate: async (request) => {
      try {
        return toResult(name, await ask(client, options, request));
      } catch (error) {
        throw providerError(error, { name, key: options.key, signal: request.signal });
      }
    },
    close: async () => {},
  };
}

function ask(client: OpenAI, options: HostedOptions, request: GenerationRequest): Promise<OpenAI.ChatCompletion> {
  request.signal?.throwIfAborted();
  const messages = [{ role: 'user' as const, content: request.message }];
  return withTemperature(request.temperature ?? 0, (settings) =>
    client.chat.completions.create({ model: options.model, messages, ...tokenLimit(options, request), ...(request.logProbabilities === true ? { logprobs: true } : {}), ...(request.seed === undefined ? {} : { seed: request.seed }), ...settings }, { signal: request.signal ?? null }),
  );
}

/** OpenAI's newer models know only the long name of the limit, many compatible servers only the short one. */
function tokenLimit(options: HostedOptions, request: GenerationRequest): { max_tokens: number } | { max_completion_tokens: number } {
  return options.baseUrl === undefined ? { max_completion_tokens: request.maxTokens } : { max_tokens: request.maxTokens };
}

function toResult(name: string, completion: OpenAI.ChatCompletion): GenerationResult {
  const choice = completion.choices?.[0];
  const text = choice?.message.content ?? '';
  const tokens = choice?.logprobs?.content;
  if (text === '') throw badReply(name, choice === undefined ? 'it holds no choice' : `it ended with "${choice.finish_reason}"`);
  return {
    text,
    finishReason: choice?.finish_reason === 'length' ? 'length' : 'stop',
    ...(tokens === undefined || tokens === null ? {} : { logProbabilities: tokens.map(({ logprob }) => logprob) }),
    usage: { promptTokens: completion.usage?.prompt_tokens ?? 0, completionTokens: completion.usage?.completion_tokens ?? 0 },
  };
}
