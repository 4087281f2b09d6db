import type { Table } from '@sqlwright/schema';

/** What a table's simple checks say of one column. */
export interface ColumnLimits {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly values: readonly string[];
}

/**
 * Reads bounds and value lists out of the checks of a column: `x >= 0`, `x BETWEEN 1 AND 5`, `x IN ('a', 'b')` and the forms in which
 * PostgreSQL prints them. Other checks say nothing here; rows that break them are left out when the data is loaded.
 */
export function columnLimits(table: Table, column: string): ColumnLimits {
  const checks = table.checks.map((check) => check.replace(/::[a-z ]+(\(\d+\))?(\[\])?/g, '').replace(/[()"]/g, ' ')).filter((check) => new RegExp(`\\b${column}\\b`).test(check));
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
