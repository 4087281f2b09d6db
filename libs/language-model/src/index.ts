export type { GenerationRequest, GenerationResult, LanguageModel, TextConstraint } from './language-model.ts';
