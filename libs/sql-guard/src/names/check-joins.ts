import { Refusal } from '../refusal.ts';
import type { Relation } from './scope.ts';

const mostUnlinked = 2;

/**
 * Refuses a FROM clause whose relations fall into more than two groups without a condition between them: the product of three tables
 * is hardly ever meant and may run for hours. Relations of a single row count for nothing.
 * @returns how many products of two are left
 */
export function checkJoins(relations: readonly Relation[], links: readonly (readonly Relation[])[]): number {
  const groupOf = new Map(relations.map((relation, index) => [relation, index]));
  for (const link of links) merge(groupOf, link);
  const groups = new Set(relations.filter(({ singleRow }) => !singleRow).map((relation) => groupOf.get(relation)));
  if (groups.size > mostUnlinked) throw new Refusal('too-complex', `${groups.size} tables are combined without a condition between them.`);
  return Math.max(0, groups.size - 1);
}

function merge(groupOf: Map<Relation, number>, link: readonly Relation[]): void {
  const groups = link.flatMap((relation) => groupOf.get(relation) ?? []);
  const [target] = groups;
  if (target === undefined) return;
  for (const [relation, group] of groupOf) if (groups.includes(group)) groupOf.set(relation, target);
}
