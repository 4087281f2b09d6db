import type { DatabaseSchema } from '@sqlwright/schema';
import type { SelectStmt } from 'libpg-query';
import { resolveSelect } from './resolve-select.ts';
import { schemaIndex } from './schema-index.ts';
import type { Resolution } from './scope.ts';

/**
 * Resolves every table and column of a statement as PostgreSQL would and refuses those that the schema does not have.
 * @returns the tables that are read, by their names in the schema
 */
export function resolveStatement(statement: SelectStmt, schema: DatabaseSchema): string[] {
  const resolution: Resolution = {
    tables: schemaIndex(schema),
    read: new Set(),
    met: [],
    resolveSelect: (select, scope) => resolveSelect(select, scope, resolution),
  };
  resolveSelect(statement, { relations: [], ctes: new Map() }, resolution);
  return [...resolution.read];
}
