import { promptContractSchema } from '@sqlwright/prompt';
import { z } from 'zod';
import { outcomes } from '../judgement/outcome.ts';

const share = z.number().min(0).max(1).nullable();
const count = z.number().int().nonnegative();

/** Figures over some questions. A share of nothing is null. */
export const figuresSchema = z.strictObject({
  questions: count,
  answerable: count,
  /** Same rows and columns, of all answerable questions. */
  executionAccuracy: share,
  /** As above, further columns allowed. */
  subsetAccuracy: share,
  /** Matches with an empty gold result: they say little. */
  emptyMatches: count,
  unanswerable: count,
  /** Refused unanswerable questions of all unanswerable ones. */
  refusalRecall: share,
  /** Refused unanswerable questions of all refused ones. */
  refusalPrecision: share,
  /** Answerable questions that were refused. */
  falseRefusals: count,
  outcomes: z.partialRecord(z.enum(outcomes), count),
});

/** The article's metrics on eval.json. */
export const textMatchSchema = z.strictObject({ samples: count, exactMatch: share, tokenMatch: share });

export const recordSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  topic: z.string(),
  level: z.string(),
  gold: z.array(z.string()).nullable(),
  /** Null: the model abstained. */
  predicted: z.string().nullable(),
  outcome: z.enum(outcomes),
  emptyMatch: z.boolean(),
  detail: z.string().optional(),
});

export const candidateReportSchema = z.strictObject({
  name: z.string(),
  /** Time from question to SQL, in seconds, over everything that was asked. */
  medianSeconds: z.number().nonnegative().nullable(),
  development: figuresSchema,
  /** Over the development questions that every candidate was asked: the figures to hold side by side. */
  shared: figuresSchema,
  byTopic: z.record(z.string(), figuresSchema),
  byLevel: z.record(z.string(), figuresSchema),
  evalSamples: z.strictObject({ figures: figuresSchema, textMatch: textMatchSchema }),
  records: z.strictObject({ development: z.array(recordSchema), evalSamples: z.array(recordSchema) }),
});

/** `evaluation.json`. */
export const evaluationReportSchema = z.strictObject({
  formatVersion: z.literal(1),
  dataset: z.string(),
  contract: promptContractSchema,
  warnings: z.array(z.string()),
  candidates: z.array(candidateReportSchema).min(1),
});

export type Figures = z.infer<typeof figuresSchema>;
export type TextMatch = z.infer<typeof textMatchSchema>;
export type QuestionRecord = z.infer<typeof recordSchema>;
export type CandidateReport = z.infer<typeof candidateReportSchema>;
export type EvaluationReport = z.infer<typeof evaluationReportSchema>;
