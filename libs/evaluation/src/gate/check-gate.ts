import { z } from 'zod';
import { isRight } from '../judgement/outcome.ts';
import type { CandidateReport, EvaluationReport } from '../report/evaluation-report.ts';

const share = z.number().min(0).max(1).nullable();

/** The figures that a model must not fall below, and its questions with their outcome; committed with the dataset. */
export const gateBaselineSchema = z.strictObject({
  formatVersion: z.literal(1),
  candidate: z.string(),
  executionAccuracy: share,
  testSuiteAccuracy: share,
  refusalRecall: share,
  refusalPrecision: share,
  medianSeconds: z.number().nonnegative().nullable(),
  /** Whether each development question was right, by its id. */
  right: z.record(z.string(), z.boolean()),
});

export type GateBaseline = z.infer<typeof gateBaselineSchema>;

export interface GateTolerances {
  /** How far accuracy may fall, as a share: 0.02 allows two of a hundred questions. */
  readonly accuracyLoss: number;
  /** How far precision and recall of refusals may fall. */
  readonly refusalLoss: number;
  /** How many times as long an answer may take at the median: machines differ. */
  readonly latencyFactor: number;
}

export interface GateResult {
  readonly passed: boolean;
  /** One a figure that fell too far. */
  readonly failures: readonly string[];
  /** Questions that were right in the baseline and are not now. */
  readonly lost: readonly { readonly id: string; readonly question: string; readonly outcome: string }[];
  readonly gained: readonly string[];
  /** Questions of the baseline that are no longer asked. */
  readonly missing: readonly string[];
}

/** What the first candidate of a report must be held to from now on. */
export function toBaseline(report: EvaluationReport): GateBaseline {
  const candidate = firstOf(report);
  const { executionAccuracy, testSuiteAccuracy, refusalRecall, refusalPrecision } = candidate.development;
  const right = Object.fromEntries(candidate.records.development.map(({ id, outcome }) => [id, isRight(outcome)]));
  return { formatVersion: 1, candidate: candidate.name, executionAccuracy, testSuiteAccuracy, refusalRecall, refusalPrecision, medianSeconds: candidate.medianSeconds, right };
}

/** Holds the first candidate of a report against a baseline. */
export function checkGate(report: EvaluationReport, baseline: GateBaseline, tolerances: GateTolerances): GateResult {
  const candidate = firstOf(report);
  const now = toBaseline(report);
  const failures = [
    ...fell('execution accuracy', now.executionAccuracy, baseline.executionAccuracy, tolerances.accuracyLoss),
    ...fell('test-suite accuracy', now.testSuiteAccuracy, baseline.testSuiteAccuracy, tolerances.accuracyLoss),
    ...fell('share of unanswerable questions refused', now.refusalRecall, baseline.refusalRecall, tolerances.refusalLoss),
    ...fell('share of refusals that were right', now.refusalPrecision, baseline.refusalPrecision, tolerances.refusalLoss),
    ...slower(now.medianSeconds, baseline.medianSeconds, tolerances.latencyFactor),
  ];
  const { development } = candidate.records;
  return {
    passed: failures.length === 0,
    failures,
    lost: development.filter(({ id, outcome }) => baseline.right[id] === true && !isRight(outcome)).map(({ id, question, outcome }) => ({ id, question, outcome })),
    gained: development.filter(({ id, outcome }) => baseline.right[id] === false && isRight(outcome)).map(({ id }) => id),
    missing: Object.keys(baseline.right).filter((id) => now.right[id] === undefined),
  };
}

function firstOf({ candidates }: EvaluationReport): CandidateReport {
  return candidates[0]!;
}

const noise = 1e-9;

/** A figure that the baseline has and the report lacks has fallen. */
function fell(what: string, now: number | null, before: number | null, allowed: number): string[] {
  if (before === null) return [];
  const text = (value: number | null): string => (value === null ? 'none' : `${(value * 100).toFixed(1)} %`);
  return now !== null && now >= before - allowed - noise ? [] : [`${what}: ${text(now)}, baseline ${text(before)}, allowed loss ${text(allowed)}`];
}

function slower(now: number | null, before: number | null, factor: number): string[] {
  if (before === null || now === null || now <= before * factor) return [];
  return [`seconds a question at the median: ${now.toFixed(2)}, baseline ${before.toFixed(2)}, allowed ${(before * factor).toFixed(2)}`];
}
