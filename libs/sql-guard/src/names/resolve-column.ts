import type { ColumnRef } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { nameParts } from '../tree.ts';
import { checkOpenCall, checkOpenColumn } from './check-open-column.ts';
import { findRelation, type Relation, type Scope } from './scope.ts';

/**
 * Finds the relation whose column is named; several where columns are not known. Whatever is no known column is refused: PostgreSQL would
 * read `alias` as the whole row with columns that the model hides, and `alias.name` as a call of the function `name` with that row.
 */
export function resolveColumn({ fields }: ColumnRef, scope: Scope): readonly Relation[] {
  const parts = nameParts(fields);
  const column = parts.at(-1) ?? '';
  const qualifier = parts.slice(0, -1);
  if (column === '*') throw new Refusal('forbidden-node', `${parts.join('.')} may stand in a select list only.`);
  if (qualifier.length === 0) return resolveBare(column, scope);
  const relation = resolveQualifier(qualifier, scope);
  if (!hasColumn(relation, column)) throw unknownColumn(column, relation, ` in "${qualifier.join('.')}"`);
  if (!relation.columns.includes(column)) checkOpenCall(column);
  return [relation];
}

/** @param parts `[alias]` or `[schema, table]` */
export function resolveQualifier(parts: readonly string[], scope: Scope): Relation {
  const table = parts[0] === 'public' ? parts.slice(1).join('.') : parts.join('.');
  const relation = findRelation(scope, (candidate) => (parts.length === 1 ? candidate.name === parts[0] : candidate.table === table));
  if (relation === undefined) throw new Refusal('unknown-relation', `There is no table "${parts.join('.')}" in this part of the statement.`);
  return relation;
}

/** Whether the relation has a column of that name that may be read. @throws Refusal for a name that an unknown table may not be asked for */
export function hasColumn(relation: Relation, column: string): boolean {
  if (relation.columns.includes(column)) return true;
  if (relation.open !== true || isHidden(relation, column)) return false;
  checkOpenColumn(column);
  return true;
}

export function isHidden(relation: Relation, column: string): boolean {
  return relation.hidden?.has(column) === true;
}

/** Goes outwards as PostgreSQL does, so that a hidden column of an inner table is never taken for a known one of an outer table. */
function resolveBare(column: string, scope: Scope): readonly Relation[] {
  for (let level: Scope | undefined = scope; level !== undefined; level = level.parent) {
    const hiding = level.relations.find((relation) => isHidden(relation, column));
    if (hiding !== undefined) throw unknownColumn(column, hiding, '');
    const owner = level.relations.find(({ columns }) => columns.includes(column));
    if (owner !== undefined) return [owner];
    const open = level.relations.filter((relation) => relation.open === true);
    if (open.length > 0 && findRelation(scope, ({ name }) => name === column) === undefined) return open.filter((relation) => hasColumn(relation, column));
  }
  const named = findRelation(scope, ({ name }) => name === column);
  if (named?.scalar === true) return [named];
  if (named !== undefined) throw new Refusal('forbidden-node', `The whole row "${column}" may not be read as a value.`);
  throw new Refusal('unknown-relation', `There is no column "${column}".`);
}

function unknownColumn(column: string, relation: Relation, where: string): Refusal {
  if (isHidden(relation, column)) return new Refusal('denied', `The column "${column}"${where} may not be read.`);
  return new Refusal('unknown-relation', `There is no column "${column}"${where}.`);
}
