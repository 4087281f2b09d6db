import { tooCostly } from './query-errors.ts';

/**
 * Refuses a statement that the planner expects to cost more than it may.
 * @param plan the one value of EXPLAIN (FORMAT JSON), as text or parsed
 * @throws SqlwrightError database.too-costly
 */
export function checkCost(plan: unknown, maxCost: number): void {
  const parsed = (typeof plan === 'string' ? JSON.parse(plan) : plan) as { Plan?: { 'Total Cost'?: number } }[];
  const cost = parsed[0]?.Plan?.['Total Cost'] ?? 0;
  if (cost > maxCost) throw tooCostly(cost, maxCost);
}
