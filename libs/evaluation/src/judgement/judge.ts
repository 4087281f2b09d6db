import type { QueryResult } from '@sqlwright/database';
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
  /** What the SQL returned, where it ran. */
  readonly given?: QueryResult;
  /** The gold statements whose rows it returned, with the outcome that it was given. */
  readonly matched: readonly GoldResult[];
}

/**
 * Judges what a model wrote by what it returns on one database.
 * @param predicted SQL, or null for an abstention
 * @param gold the results of all right answers; null where the database cannot answer
 */
export async function judge(predicted: string | null, gold: readonly GoldResult[] | null, context: ExecutionContext): Promise<Judgement> {
  const none = { emptyMatch: false, matched: [] };
  if (gold === null) return { outcome: predicted === null ? 'refused' : 'answered', ...none };
  if (predicted === null) return { outcome: 'abstained', ...none };
  const execution = await execute(predicted, context);
  if (execution.kind !== 'result') return { outcome: execution.kind, detail: execution.detail, ...none };
  const { result: given } = execution;
  const compared = gold.map((one) => ({ one, ...compareResults(one.result, given, { ordered: one.ordered }) }));
  const strength = compared.some(({ exact }) => exact) ? 'exact' : 'subset';
  const matches = compared.filter((comparison) => comparison[strength]);
  if (matches.length === 0) return { outcome: 'wrong-rows', given, ...none };
  return { outcome: strength, emptyMatch: matches.every(({ emptyGold }) => emptyGold), given, matched: matches.map(({ one }) => one) };
}
