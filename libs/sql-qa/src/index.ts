export type { Answer, Answerer, AnswerOptions } from './answer.ts';
export { checkStatement, type StatementCheck, type StatementChecker } from './check-statement.ts';
export { createAnswerer, type AnswererOptions } from './create-answerer.ts';
export { normalizeQuestion } from './conversation/normalize-question.ts';
export type { Turn } from './conversation/resolve-follow-up.ts';
export { formatAnswer } from './sentence/format-answer.ts';
export { formatValue, type ValueFormat } from './sentence/format-value.ts';
