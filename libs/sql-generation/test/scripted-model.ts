import type { GenerationRequest, LanguageModel } from '@sqlwright/language-model';

/** A model that gives one reply to everything and remembers what it was asked. */
export function scriptedModel(reply: string): LanguageModel & { readonly requests: GenerationRequest[] } {
  const requests: GenerationRequest[] = [];
  return {
    name: 'scripted',
    capabilities: { rawCompletion: true },
    requests,
    generate(request) {
      requests.push(request);
      return Promise.resolve({ text: reply, finishReason: 'stop', usage: { promptTokens: 1, completionTokens: 1 } });
    },
    close: () => Promise.resolve(),
  };
}
