import type { QueryResult } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { asksForOrder } from '../comparison/asks-for-order.ts';
import { hasTopLevelOrder } from '../comparison/has-top-level-order.ts';
import type { EvaluationQuestion } from '../questions/evaluation-question.ts';
import { execute, type ExecutionContext } from './execute.ts';

/** The result of one gold SQL, and whether the order of its rows counts. */
export interface GoldResult {
  readonly sql: string;
  readonly result: QueryResult;
  readonly ordered: boolean;
}

/**
 * Runs every gold SQL of a question; none for one that the database cannot answer.
 * @throws SqlwrightError questions.invalid with the question's id: refused by the guard, failed, too slow, too many rows to compare
 */
export async function runGold(question: EvaluationQuestion, context: ExecutionContext): Promise<GoldResult[]> {
  const results: GoldResult[] = [];
  for (const sql of question.gold ?? []) {
    const execution = await execute(sql, context);
    if (execution.kind !== 'result') throw invalid(question.id, execution.detail, sql);
    const { result } = execution;
    if (result.truncated) throw invalid(question.id, `it has more than ${context.limits.maxRows} rows.`, sql);
    results.push(toGold(question, sql, result));
  }
  return results;
}

/** The order counts where the question asks for one and the gold SQL sorts. */
export function toGold(question: EvaluationQuestion, sql: string, result: QueryResult): GoldResult {
  return { sql, result, ordered: result.rows.length > 1 && (question.ordered ?? asksForOrder(question.question)) && hasTopLevelOrder(sql) };
}

function invalid(id: string, reason: string, sql: string): SqlwrightError {
  return new SqlwrightError('questions.invalid', `The gold SQL of question "${id}" cannot be used: ${reason}\n  ${sql}`, {
    hint: 'Mend the gold SQL, or give null where the database cannot answer. No model has been asked yet.',
  });
}
