import { cancelled } from '@sqlwright/errors';
import type { GenerationRequest, LanguageModel } from '../language-model.ts';

/** A model for tests: a function is its mind, and it remembers what it was asked. */
export interface ScriptedModel extends LanguageModel {
  readonly requests: readonly GenerationRequest[];
}

/**
 * Makes a model that replies what `script` returns. Its tokens are words.
 * @param script may throw a SqlwrightError, as a provider does
 */
export function createScriptedModel(script: (request: GenerationRequest) => string | Promise<string>, options: { name?: string; rawCompletion?: boolean } = {}): ScriptedModel {
  const requests: GenerationRequest[] = [];
  return {
    name: options.name ?? 'scripted:test',
    capabilities: { rawCompletion: options.rawCompletion ?? false },
    requests,
    generate: async (request) => {
      if (request.signal?.aborted) throw cancelled(request.signal.reason);
      requests.push(request);
      const reply = await script(request);
      if (request.signal?.aborted) throw cancelled(request.signal.reason);
      const words = splitWords(reply);
      const kept = words.slice(0, request.maxTokens);
      for (const word of kept) request.onText?.(word);
      return {
        text: kept.join(''),
        finishReason: kept.length < words.length ? 'length' : 'stop',
        usage: { promptTokens: splitWords(request.text ?? request.message).length, completionTokens: kept.length },
      };
    },
    close: async () => {},
  };
}

function splitWords(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}
