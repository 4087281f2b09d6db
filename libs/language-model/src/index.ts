export type { GenerationRequest, GenerationResult, LanguageModel } from './language-model.ts';
