export type { Answer, Answerer } from './answer.ts';
export { createAnswerer, type AnswererOptions } from './create-answerer.ts';
export { formatAnswer } from './format-answer.ts';
