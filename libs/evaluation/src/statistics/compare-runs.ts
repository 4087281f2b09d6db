import { z } from 'zod';
import { bootstrapInterval } from './bootstrap-interval.ts';
import { mcnemar } from './mcnemar.ts';

/** Two models on the questions that both were asked. */
export const comparisonSchema = z.strictObject({
  first: z.string(),
  second: z.string(),
  questions: z.number().int().nonnegative(),
  /** Share of right questions, refusals of unanswerable ones included. */
  firstRight: z.number().nullable(),
  secondRight: z.number().nullable(),
  /** Second less first. */
  difference: z.number().nullable(),
  /** 95 % interval of the difference, by a paired bootstrap. */
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  /** McNemar's exact test, two-sided. */
  pValue: z.number().min(0).max(1),
  /** The interval leaves out zero and the test's p-value is under 0.05. */
  real: z.boolean(),
  /** Questions that only the first got right. */
  lost: z.array(z.string()),
  /** Questions that only the second got right. */
  gained: z.array(z.string()),
});

export type Comparison = z.infer<typeof comparisonSchema>;

/** The questions of a run and whether each was right, by id. */
export interface ScoredRun {
  readonly name: string;
  readonly right: ReadonlyMap<string, boolean>;
}

/** Compares two runs question by question and says whether their difference is more than chance. */
export function compareRuns(first: ScoredRun, second: ScoredRun): Comparison {
  const ids = [...first.right.keys()].filter((id) => second.right.has(id));
  const lost = ids.filter((id) => first.right.get(id) === true && second.right.get(id) === false);
  const gained = ids.filter((id) => first.right.get(id) === false && second.right.get(id) === true);
  const share = (run: ScoredRun): number | null => (ids.length === 0 ? null : ids.filter((id) => run.right.get(id)).length / ids.length);
  const interval = bootstrapInterval(ids.map((id) => Number(second.right.get(id)) - Number(first.right.get(id))));
  const pValue = mcnemar(lost.length, gained.length);
  return {
    first: first.name,
    second: second.name,
    questions: ids.length,
    firstRight: share(first),
    secondRight: share(second),
    difference: ids.length === 0 ? null : (gained.length - lost.length) / ids.length,
    interval,
    pValue,
    real: pValue < 0.05 && interval !== null && (interval.low > 0 || interval.high < 0),
    lost,
    gained,
  };
}
