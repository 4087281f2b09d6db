export type { ConstraintVerdict, GenerationRequest, GenerationResult, LanguageModel, TextConstraint } from './language-model.ts';
