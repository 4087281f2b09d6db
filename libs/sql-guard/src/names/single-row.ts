import type { FuncCall, SelectStmt } from 'libpg-query';
import { aggregateFunctions } from '../grammar/allowed-functions.ts';
import { findNodes, nameParts, numericConstant } from '../tree.ts';

const setReturning = /^(generate_|unnest|regexp_matches|regexp_split_to_table|string_to_table|jsonb?_(each|array_elements|object_keys|path_query$))/;

export function isSetReturning(name: string): boolean {
  return setReturning.test(name);
}

/** Whether a SELECT is sure to make at most one row: an aggregate without groups, LIMIT 1, or a list of values without FROM. */
export function isSingleRow(select: SelectStmt): boolean {
  if ((numericConstant(select.limitCount) ?? Infinity) <= 1) return true;
  if (select.larg !== undefined || select.groupClause !== undefined) return false;
  const calls = findNodes<FuncCall>(select.targetList, 'FuncCall', 'SelectStmt');
  const names = calls.filter(({ over }) => over === undefined).map(({ funcname }) => nameParts(funcname).at(-1) ?? '');
  if (names.some(isSetReturning)) return false;
  return select.fromClause === undefined || names.some((name) => aggregateFunctions.has(name));
}
