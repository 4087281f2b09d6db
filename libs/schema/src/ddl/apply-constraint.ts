import type { Constraint, Node } from '@pgsql/types';
import { deparse } from 'pgsql-deparser';
import type { Table } from '../schema.ts';
import { modelName } from './schema-draft.ts';

/**
 * Adds a constraint to a table of the draft.
 * @param own the column that the constraint is written at; empty for one of the table
 */
export async function applyConstraint(table: Table, constraint: Constraint, own: readonly string[]): Promise<void> {
  const keys = own.length > 0 ? [...own] : names(constraint.keys);
  switch (constraint.contype) {
    case 'CONSTR_PRIMARY':
      table.primaryKey = keys;
      return setNullable(table, keys, false);
    case 'CONSTR_UNIQUE':
      table.uniqueKeys.push(keys);
      return;
    case 'CONSTR_NOTNULL':
      return setNullable(table, keys, false);
    case 'CONSTR_CHECK':
      table.checks.push(await deparse(constraint.raw_expr as Node));
      return;
    case 'CONSTR_DEFAULT':
      return setDefault(table, own[0], await deparse(constraint.raw_expr as Node));
    case 'CONSTR_FOREIGN':
      return addForeignKey(table, constraint, own);
  }
}

function addForeignKey(table: Table, constraint: Constraint, own: readonly string[]): void {
  const columns = own.length > 0 ? [...own] : names(constraint.fk_attrs);
  // REFERENCES without columns means the primary key; it is filled in when all tables are known.
  table.foreignKeys.push({ columns, referencedTable: modelName(constraint.pktable ?? {}), referencedColumns: named(names(constraint.pk_attrs), columns) });
}

function named(referenced: string[], columns: string[]): string[] {
  return referenced.length > 0 ? referenced : columns.map(() => '');
}

function setNullable(table: Table, columns: readonly string[], nullable: boolean): void {
  for (const column of table.columns) if (columns.includes(column.name)) column.nullable = nullable;
}

function setDefault(table: Table, name: string | undefined, expression: string): void {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column !== undefined) column.default = expression;
}

function names(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
}
