import { z } from 'zod';

/** A hand-written question. `gold` holds every SQL whose result is right, or is null where the database cannot answer. */
export const evaluationQuestionSchema = z.strictObject({
  id: z.string().min(1),
  question: z.string().min(1),
  gold: z.array(z.string().min(1)).min(1).nullable(),
  topic: z.string().min(1),
  level: z.enum(['easy', 'medium', 'hard']),
  /** How the question is put, such as `terse`; told by its words where it is not given. */
  style: z.string().min(1).optional(),
  /** Whether the order of rows counts; told by the question's words where it is not given. */
  ordered: z.boolean().optional(),
});

export type EvaluationQuestion = z.infer<typeof evaluationQuestionSchema>;
