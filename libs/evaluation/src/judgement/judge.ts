import { compareResults } from '../comparison/compare-results.ts';
import { execute, type ExecutionContext } from './execute.ts';
import type { Outcome } from './outcome.ts';
import type { GoldResult } from './run-gold.ts';

export interface Judgement {
  readonly outcome: Outcome;
  /** A match with a gold result that has no rows. */
  readonly emptyMatch: boolean;
  /** Why the SQL could not run. */
  readonly detail?: string;
}

/**
 * Judges what a model wrote by what it returns.
 * @param predicted SQL, or null for an abstention
 * @param gold the results of all right answers; null where the database cannot answer
 */
export async function judge(predicted: string | null, gold: readonly GoldResult[] | null, context: ExecutionContext): Promise<Judgement> {
  if (gold === null) return { outcome: predicted === null ? 'refused' : 'answered', emptyMatch: false };
  if (predicted === null) return { outcome: 'abstained', emptyMatch: false };
  const execution = await execute(predicted, context);
  if (execution.kind !== 'result') return { outcome: execution.kind, emptyMatch: false, detail: execution.detail };
  const comparisons = gold.map(({ result, ordered }) => compareResults(result, execution.result, { ordered }));
  const match = comparisons.find(({ exact }) => exact) ?? comparisons.find(({ subset }) => subset);
  if (match === undefined) return { outcome: 'wrong-rows', emptyMatch: false };
  return { outcome: match.exact ? 'exact' : 'subset', emptyMatch: match.emptyGold };
}
