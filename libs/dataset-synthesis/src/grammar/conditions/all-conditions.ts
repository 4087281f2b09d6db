import type { Lexicon, TableEntry } from '../lexicon/lexicon-types.ts';
import type { ConditionMaker } from '../things.ts';
import { chainConditions } from './chain-conditions.ts';
import { columnConditions } from './column-conditions.ts';
import { eitherConditions } from './either-conditions.ts';
import { isJunction, linksOf } from './junctions.ts';
import { linkConditions } from './link-conditions.ts';
import { noParentConditions } from './missing-conditions.ts';
import { ownedConditions } from './owned-conditions.ts';
import { childConditions, parentConditions } from './relation-conditions.ts';
import { roleConditions } from './role-conditions.ts';
import { wayConditions } from './way-conditions.ts';

/** Conditions on the columns of a table, on its parents and theirs, on its children and on theirs, and on what link tables join to it. */
export function allConditions(lexicon: Lexicon, table: TableEntry): ConditionMaker[] {
  const known = made.get(table) ?? makeConditions(lexicon, table);
  made.set(table, known);
  return known;
}

/** A table's entry belongs to one lexicon, so it is key enough. */
const made = new WeakMap<TableEntry, ConditionMaker[]>();

function makeConditions(lexicon: Lexicon, table: TableEntry): ConditionMaker[] {
  return [
    ...columnConditions(table),
    ...eitherConditions(table),
    ...lexicon.relations.filter(({ child }) => child === table).flatMap((relation) => [...parentConditions(relation), ...noParentConditions(relation)]),
    ...lexicon.relations.filter(({ parent }) => parent === table).flatMap((relation) => [...(isJunction(lexicon, relation.child) ? [] : childConditions(relation)), ...ownedConditions(relation), ...roleConditions(relation)]),
    ...lexicon.chains.filter(({ lower, upper }) => upper.parent === table && !isJunction(lexicon, lower.child) && !isJunction(lexicon, lower.parent)).flatMap(chainConditions),
    ...lexicon.ways.filter(([{ child }]) => child === table).flatMap(wayConditions),
    ...linksOf(lexicon).filter(({ from }) => from.parent === table).flatMap(linkConditions),
  ];
}
