import type { LanguageModel } from '@sqlwright/language-model';

/** A model that knows the replies to some questions by heart. */
export function scriptedModel(replies: Readonly<Record<string, string>>): LanguageModel {
  return {
    name: 'scripted',
    capabilities: { rawCompletion: false },
    generate: ({ message }) => Promise.resolve({ text: replies[message] ?? "I don't know", finishReason: 'stop', usage: { promptTokens: 1, completionTokens: 1 } }),
    close: () => Promise.resolve(),
  };
}
