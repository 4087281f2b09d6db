import { functionColumns } from '@sqlwright/schema';
import type { Node, RangeFunction } from 'libpg-query';
import { nameParts } from '../tree.ts';
import type { Relation } from './scope.ts';

/** The relation that functions in FROM make. */
export function functionRelation({ functions, alias, ordinality }: RangeFunction): Relation {
  const calls = (functions ?? []).flatMap(calledNames);
  const name = alias?.aliasname ?? calls[0] ?? '';
  const own = calls.flatMap((call) => functionColumns[call] ?? [calls.length === 1 ? name : call]);
  const made = ordinality === true ? [...own, 'ordinality'] : own;
  const written = nameParts(alias?.colnames);
  // unnest of several arrays makes as many columns, so there may be more written names than known ones.
  return { name, columns: [...written, ...made.slice(written.length)], singleRow: false, scalar: made.length === 1 && written.length < 2 };
}

/** Each entry is a list of the call and its column definitions. */
function calledNames(entry: Node): string[] {
  const items = 'List' in entry ? (entry.List.items ?? []) : [];
  return items.flatMap((item) => ('FuncCall' in item ? [nameParts(item.FuncCall.funcname).at(-1) ?? ''] : []));
}
