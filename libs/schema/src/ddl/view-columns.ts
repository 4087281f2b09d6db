import type { Node, ViewStmt } from '@pgsql/types';
import type { Column } from '../schema.ts';
import type { SchemaDraft } from './schema-draft.ts';

/**
 * The columns that a view's SELECT names. A column of a known table keeps its type, an expression counts as text:
 * the true type is known to a database only.
 */
export function viewColumns(draft: SchemaDraft, view: ViewStmt): Column[] {
  const select = view.query !== undefined && 'SelectStmt' in view.query ? view.query.SelectStmt : undefined;
  const aliases = (view.aliases ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
  const named = (select?.targetList ?? []).map((target, index) => aliases[index] ?? targetName(target));
  if (named.some((name) => name === undefined)) return [];
  return named.map((name = '') => ({ name, type: typeOf(draft, name), nullable: true }));
}

function targetName(target: Node): string | undefined {
  if (!('ResTarget' in target)) return undefined;
  if (target.ResTarget.name !== undefined) return target.ResTarget.name;
  const value = target.ResTarget.val;
  if (value === undefined || !('ColumnRef' in value)) return undefined;
  const last = value.ColumnRef.fields?.at(-1);
  return last !== undefined && 'String' in last ? last.String.sval : undefined;
}

function typeOf(draft: SchemaDraft, name: string): string {
  const columns = draft.tables.flatMap((table) => table.columns);
  return columns.find((column) => column.name === name)?.type ?? 'text';
}
