import type { Lexicon, TableEntry } from '../lexicon/lexicon-types.ts';
import type { ConditionMaker } from '../things.ts';
import { columnConditions } from './column-conditions.ts';
import { noParentConditions } from './missing-conditions.ts';
import { childConditions, parentConditions } from './relation-conditions.ts';

/** Conditions on the columns of a table, on its parents and on its children. */
export function allConditions(lexicon: Lexicon, table: TableEntry): ConditionMaker[] {
  return [
    ...columnConditions(table),
    ...lexicon.relations.filter(({ child }) => child === table).flatMap((relation) => [...parentConditions(relation), ...noParentConditions(relation)]),
    ...lexicon.relations.filter(({ parent }) => parent === table).flatMap(childConditions),
  ];
}
