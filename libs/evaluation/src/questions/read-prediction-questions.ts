import { z } from 'zod';
import { readJsonLines } from './read-json-lines.ts';

/** Further keys are let through: a file that holds answers too may be used as it is. */
const predictionQuestionSchema = z.object({ id: z.union([z.string().min(1), z.number()]), question: z.string().min(1) });

/** A question to write SQL for; its `id` is handed back as it is. */
export type PredictionQuestion = z.infer<typeof predictionQuestionSchema>;

/**
 * Reads lines {"id","question"}.
 * @throws SqlwrightError questions.invalid, with the line number
 */
export function readPredictionQuestions(file: string): Promise<PredictionQuestion[]> {
  return readJsonLines(file, { schema: predictionQuestionSchema, keys: ['id', 'question'], hint: 'A line is {"id": "q1", "question": "How many …?"}.' });
}
