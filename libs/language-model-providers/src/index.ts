export { createAnthropicModel } from './anthropic/create-anthropic-model.ts';
export type { HostedOptions } from './hosted/hosted-options.ts';
export { createLlamaCppModel } from './llama-cpp/create-llama-cpp-model.ts';
export type { LlamaCppOptions } from './llama-cpp/load-model.ts';
export { createOpenaiModel } from './openai/create-openai-model.ts';
export { createRecordedModel } from './recorded/create-recorded-model.ts';
export type { Recording } from './recorded/recording.ts';
export { writeMissingPrompts, type RenderedRequest } from './recorded/write-missing-prompts.ts';
export { writeRecording } from './recorded/write-recording.ts';
