import { renderDdl, type DatabaseSchema } from '@sqlwright/schema';
import { isKeptCheck } from './check-constraint.ts';
import { generateSeed } from './generate-seed.ts';
import type { SeedOptions } from './seed-options.ts';

/**
 * The statements that make a database of made-up rows: its DDL, then the rows. Checks that the rows may break (`code ~ '^[A-Z]{3}$'`) are left out
 * of this DDL: they rule out rows, not questions.
 */
export function renderSeededDatabase(schema: DatabaseSchema, options: SeedOptions): [ddl: string, rows: string] {
  const tables = schema.tables.map((table) => ({ ...table, checks: table.checks.filter(isKeptCheck) }));
  return [renderDdl({ ...schema, tables }), generateSeed(schema, options)];
}
