import type { ColumnRef } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { nameParts } from '../tree.ts';
import { findRelation, type Relation, type Scope } from './scope.ts';

/**
 * Finds the relation whose column is named. Whatever is no known column is refused: PostgreSQL would read `alias` as the whole row with
 * columns that the model hides, and `alias.name` as a call of the function `name` with that row.
 */
export function resolveColumn({ fields }: ColumnRef, scope: Scope): Relation {
  const parts = nameParts(fields);
  const column = parts.at(-1) ?? '';
  const qualifier = parts.slice(0, -1);
  if (column === '*') throw new Refusal('forbidden-node', `${parts.join('.')} may stand in a select list only.`);
  if (qualifier.length === 0) return resolveBare(column, scope);
  const relation = resolveQualifier(qualifier, scope);
  if (!relation.columns.includes(column)) throw new Refusal('unknown-relation', `There is no column "${column}" in "${qualifier.join('.')}".`);
  return relation;
}

/** @param parts `[alias]` or `[schema, table]` */
export function resolveQualifier(parts: readonly string[], scope: Scope): Relation {
  const table = parts[0] === 'public' ? parts.slice(1).join('.') : parts.join('.');
  const relation = findRelation(scope, (candidate) => (parts.length === 1 ? candidate.name === parts[0] : candidate.table === table));
  if (relation === undefined) throw new Refusal('unknown-relation', `There is no table "${parts.join('.')}" in this part of the statement.`);
  return relation;
}

function resolveBare(column: string, scope: Scope): Relation {
  const owner = findRelation(scope, ({ columns }) => columns.includes(column));
  if (owner !== undefined) return owner;
  const named = findRelation(scope, ({ name }) => name === column);
  if (named?.scalar === true) return named;
  if (named !== undefined) throw new Refusal('forbidden-node', `The whole row "${column}" may not be read as a value.`);
  throw new Refusal('unknown-relation', `There is no column "${column}".`);
}
