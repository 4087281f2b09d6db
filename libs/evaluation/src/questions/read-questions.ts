import { evaluationQuestionSchema, type EvaluationQuestion } from './evaluation-question.ts';
import { readJsonLines } from './read-json-lines.ts';

/**
 * Reads hand-written questions: lines {"id","question","gold","topic","level"}.
 * @throws SqlwrightError questions.invalid, with the line number
 */
export function readQuestions(file: string): Promise<EvaluationQuestion[]> {
  return readJsonLines(file, {
    schema: evaluationQuestionSchema,
    keys: Object.keys(evaluationQuestionSchema.shape),
    hint: 'A line is {"id", "question", "gold": ["SELECT …", …] or null where the database cannot answer, "topic", "level": "easy" | "medium" | "hard"}.',
  });
}
