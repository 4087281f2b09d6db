import type { DatabaseSchema } from '@sqlwright/schema';
import type { SelectStmt } from 'libpg-query';
import { resolveSelect } from './resolve-select.ts';
import { readableTables } from './readable-tables.ts';
import type { Resolution } from './scope.ts';

/**
 * Resolves every table and column of a statement as PostgreSQL would and refuses those that the schema does not have.
 * @returns the tables that are read, by their names in the schema
 */
export function resolveStatement(statement: SelectStmt, schema: DatabaseSchema | undefined, denied: readonly string[]): string[] {
  const resolution: Resolution = {
    tables: readableTables(schema, denied),
    read: new Set(),
    spent: { relations: 0, products: 0 },
    met: [],
    resolveSelect: (select, scope) => resolveSelect(select, scope, resolution),
  };
  resolveSelect(statement, { relations: [], ctes: new Map() }, resolution);
  return [...resolution.read];
}
