import type { Table } from '@sqlwright/schema';
import type { SeedRow } from './seed-options.ts';

/** What a table's simple checks say of one column. */
export interface ColumnLimits {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly values: readonly string[];
}

/**
 * Reads bounds and value lists out of the checks of a column: `x >= 0`, `x BETWEEN 1 AND 5`, `x IN ('a', 'b')` and the forms in which
 * PostgreSQL prints them. Those that compare two columns are for `keepsOrder`; other checks say nothing here, and seeding fails where rows break them.
 */
export function columnLimits(table: Table, column: string): ColumnLimits {
  const checks = table.checks.map(withoutCasts).filter((check) => new RegExp(`\\b${column}\\b`).test(check));
  const bound = (pattern: string, step: number): number | undefined => {
    const found = checks.map((check) => new RegExp(`\\b${column}\\s*${pattern}\\s*(-?\\d+(?:\\.\\d+)?)`, 'i').exec(check)?.[1]).find((number) => number !== undefined);
    return found === undefined ? undefined : Number(found) + step;
  };
  const between = checks.map((check) => new RegExp(`\\b${column}\\s+between\\s+(-?[\\d.]+)\\s+and\\s+(-?[\\d.]+)`, 'i').exec(check)).find((match) => match !== null);
  const listed = checks.find((check) => /\bin\b|=\s*any\b/i.test(check));
  return {
    minimum: between ? Number(between[1]) : (bound('>=', 0) ?? bound('>', 1)),
    maximum: between ? Number(between[2]) : (bound('<=', 0) ?? bound('<', -1)),
    values: [...(listed ?? '').matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] ?? '').replaceAll("''", "'")),
  };
}

/** Whether a row keeps the checks that compare two of its columns, such as `ended >= started`; NULL breaks none. */
export function keepsOrder(table: Table, row: SeedRow): boolean {
  return table.checks.every((check) => {
    const [, left = '', operator = '', right = ''] = /(\w+) (>=|<=|>|<) ([a-z_]\w*)\s*$/i.exec(withoutCasts(check).replace(/\s+/g, ' ').trim()) ?? [];
    const [a, b] = [row[left], row[right]];
    if (a === undefined || b === undefined || a === null || b === null) return true;
    const [low, high] = operator.startsWith('<') ? [a, b] : [b, a];
    return operator.endsWith('=') ? low <= high : low < high;
  });
}

function withoutCasts(check: string): string {
  return check.replace(/::[a-z ]+(\(\d+\))?(\[\])?/g, '').replace(/[()"]/g, ' ');
}
