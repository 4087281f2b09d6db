import { Refusal } from '../refusal.ts';
import type { Relation } from './scope.ts';

type Sides = readonly (readonly Relation[])[];

/**
 * Refuses a NATURAL JOIN that may compare a hidden column: one that both sides have, or one that the statement names for the purpose.
 * A query's column beside a table that does not show one of this name may meet a column that the model does not tell of.
 */
export function checkNaturalJoin(sides: Sides): void {
  for (const [side, other] of [sides, [...sides].reverse()]) {
    const table = (side ?? []).find((relation) => relation.hidden !== undefined && mayMeetHidden(relation, other ?? []));
    if (table !== undefined) throw new Refusal('denied', `NATURAL JOIN may compare columns of "${table.name}" that may not be read; name the columns with USING.`);
  }
}

function mayMeetHidden(table: Relation, others: readonly Relation[]): boolean {
  return others.some(({ columns, hidden }) => {
    const meetsKnownHidden = [...columns, ...(hidden ?? [])].some((column) => table.hidden?.has(column));
    return meetsKnownHidden || (hidden === undefined && table.open !== true && columns.some((column) => !table.columns.includes(column)));
  });
}
