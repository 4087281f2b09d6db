import { z } from 'zod';
import { isRight } from '../judgement/outcome.ts';
import type { Figures, QuestionRecord } from '../report/evaluation-report.ts';
import { figures, figuresSchema } from '../report/figures.ts';
import { withThreshold } from './with-threshold.ts';

const share = z.number().min(0).max(1);

/** How well confidence tells right answers from wrong ones, and what a threshold on it does. */
export const confidenceSchema = z.strictObject({
  /** Where the confidence comes from. */
  source: z.enum(['tokens', 'samples']),
  /** Answered questions, the most confident first: of all questions, `coverage` are answered with at least `threshold`, and `risk` of these are wrong. */
  curve: z.array(z.strictObject({ threshold: share, coverage: share, risk: share })),
  /** Mean risk over all coverages; 0 is best. */
  areaUnderCurve: share.nullable(),
  /** Probability that a right answer is more confident than a wrong one; 0.5 is chance. */
  auroc: share.nullable(),
  /** The threshold with the most right answers less wrong ones on one half of the questions, and its effect on the other half. */
  threshold: z.strictObject({
    value: share,
    chosenOn: z.strictObject({ questions: z.number().int(), figures: figuresSchema }),
    measuredOn: z.strictObject({ questions: z.number().int(), without: figuresSchema, figures: figuresSchema }),
  }).nullable(),
});

export type ConfidenceReport = z.infer<typeof confidenceSchema>;

/** Sums up the confidence of answers; null where no answer has one. */
export function reportConfidence(records: readonly QuestionRecord[], source: ConfidenceReport['source'], suite: boolean): ConfidenceReport | null {
  const answered = answers(records);
  if (answered.length === 0) return null;
  const curve = riskCoverage(answered, records.length);
  return { source, curve, areaUnderCurve: curve.reduce((sum, { risk }) => sum + risk, 0) / curve.length, auroc: auroc(answered), threshold: splitThreshold(records, suite) };
}

interface Answer {
  readonly confidence: number;
  readonly right: boolean;
}

function answers(records: readonly QuestionRecord[]): Answer[] {
  const answered = records.flatMap(({ predicted, confidence, outcome }) => (predicted === null || confidence === null ? [] : [{ confidence, right: isRight(outcome) }]));
  return answered.sort((a, b) => b.confidence - a.confidence);
}

function riskCoverage(answered: readonly Answer[], questions: number): ConfidenceReport['curve'] {
  let wrong = 0;
  return answered.map(({ confidence, right }, index) => {
    if (!right) wrong += 1;
    return { threshold: confidence, coverage: (index + 1) / questions, risk: wrong / (index + 1) };
  });
}

function auroc(answered: readonly Answer[]): number | null {
  const [right, wrong] = [answered.filter((answer) => answer.right), answered.filter((answer) => !answer.right)];
  if (right.length === 0 || wrong.length === 0) return null;
  const wins = right.flatMap((one) => wrong.map((other): number => (one.confidence > other.confidence ? 1 : one.confidence === other.confidence ? 0.5 : 0)));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

function splitThreshold(records: readonly QuestionRecord[], suite: boolean): ConfidenceReport['threshold'] {
  const mixed = records.toSorted((a, b) => hash(a.id) - hash(b.id));
  const [first, second] = [mixed.filter((_, index) => index % 2 === 0), mixed.filter((_, index) => index % 2 === 1)];
  if (first.length < 4 || second.length < 4) return null;
  const value = chooseThreshold(first);
  const of = (half: readonly QuestionRecord[]): Figures => figures(half, suite);
  return {
    value,
    chosenOn: { questions: first.length, figures: of(withThreshold(first, value)) },
    measuredOn: { questions: second.length, without: of(second), figures: of(withThreshold(second, value)) },
  };
}

/** An answer that is right earns a point, a wrong one costs one, a refusal neither; of equal thresholds the lowest. */
function chooseThreshold(records: readonly QuestionRecord[]): number {
  let [best, bestScore, score] = [1, 0, 0];
  const answered = answers(records);
  for (const [index, { confidence, right }] of answered.entries()) {
    score += right ? 1 : -1;
    if (answered[index + 1]?.confidence === confidence || score < bestScore) continue;
    [best, bestScore] = [confidence, score];
  }
  return best;
}

/** FNV-1a: the halves depend on the questions' ids alone, not on their order in the file. */
function hash(text: string): number {
  return [...text].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0, 2_166_136_261);
}
