export type { Answer, Answerer, AnswerOptions } from './answer.ts';
export { checkStatement, type StatementCheck, type StatementChecker } from './check-statement.ts';
export { createAnswerer, type AnswererOptions } from './create-answerer.ts';
export { formatAnswer } from './format-answer.ts';
