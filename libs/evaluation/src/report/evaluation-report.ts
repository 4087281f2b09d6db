import { promptContractSchema } from '@sqlwright/prompt';
import { z } from 'zod';
import { confidenceSchema } from '../confidence/risk-coverage.ts';
import { errorClasses } from '../errors/error-class.ts';
import { outcomes } from '../judgement/outcome.ts';
import { comparisonSchema } from '../statistics/compare-runs.ts';
import { mutationKinds } from '../test-suite/mutators.ts';
import { figuresSchema, type Figures } from './figures.ts';

const share = z.number().min(0).max(1).nullable();
const count = z.number().int().nonnegative();
const interval = z.strictObject({ low: z.number(), high: z.number() }).nullable();

/** The article's metrics on eval.json. */
export const textMatchSchema = z.strictObject({ samples: count, exactMatch: share, tokenMatch: share });

/** The first rows of a result. */
export const excerptSchema = z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))), total: count });

export const recordSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  topic: z.string(),
  level: z.string(),
  style: z.string(),
  /** Whether the gold SQL without its literals occurs in the training samples. */
  template: z.enum(['seen', 'unseen']).optional(),
  gold: z.array(z.string()).nullable(),
  /** Null: the model abstained. */
  predicted: z.string().nullable(),
  outcome: z.enum(outcomes),
  errorClass: z.enum(errorClasses).optional(),
  emptyMatch: z.boolean(),
  detail: z.string().optional(),
  /** How sure the model was of its reply, 0 to 1; null where that is not known. */
  confidence: share,
  /** From question to SQL, in seconds. */
  seconds: z.number().nonnegative(),
  /** Of a wrong answer: the rows of the first gold SQL, and those that the prediction returned. */
  expected: excerptSchema.optional(),
  given: excerptSchema.optional(),
});

export const candidateReportSchema = z.strictObject({
  name: z.string(),
  /** Time from question to SQL, in seconds, over everything that was asked, with `concurrency` questions at the same time. */
  medianSeconds: z.number().nonnegative().nullable(),
  concurrency: z.number().int().positive(),
  development: figuresSchema,
  /** 95 % bootstrap intervals of figures of `development`. */
  intervals: z.strictObject({ executionAccuracy: interval, testSuiteAccuracy: interval, refusalRecall: interval }),
  /** Over the development questions that every candidate was asked: the figures to hold side by side. */
  shared: figuresSchema,
  byTopic: z.record(z.string(), figuresSchema),
  byLevel: z.record(z.string(), figuresSchema),
  byStyle: z.record(z.string(), figuresSchema),
  /** By whether the template of the gold SQL was trained. */
  byTemplate: z.record(z.string(), figuresSchema),
  errors: z.partialRecord(z.enum(errorClasses), count),
  confidence: confidenceSchema.nullable(),
  evalSamples: z.strictObject({ figures: figuresSchema, textMatch: textMatchSchema }),
  records: z.strictObject({ development: z.array(recordSchema), evalSamples: z.array(recordSchema) }),
});

export const testSuiteSchema = z.strictObject({
  /** The databases besides the first. */
  instances: z.array(z.string()),
  /** Near misses of the gold statements that run, and those whose rows differ on some database. */
  mutants: count,
  killed: count,
  survivors: z.array(z.strictObject({ id: z.string(), kind: z.enum(mutationKinds), sql: z.string() })),
});

/** `evaluation.json`. */
export const evaluationReportSchema = z.strictObject({
  formatVersion: z.literal(2),
  dataset: z.string(),
  contract: promptContractSchema,
  warnings: z.array(z.string()),
  testSuite: testSuiteSchema.nullable(),
  candidates: z.array(candidateReportSchema).min(1),
  /** The first candidate beside each other one. */
  comparisons: z.array(comparisonSchema),
});

export type { Figures };
export type TextMatch = z.infer<typeof textMatchSchema>;
export type Excerpt = z.infer<typeof excerptSchema>;
export type QuestionRecord = z.infer<typeof recordSchema>;
export type CandidateReport = z.infer<typeof candidateReportSchema>;
export type TestSuiteReport = z.infer<typeof testSuiteSchema>;
export type EvaluationReport = z.infer<typeof evaluationReportSchema>;
