import type { Table } from './schema.ts';

/** What a table's simple checks say of one column. */
export interface ColumnLimits {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly values: readonly string[];
}

/**
 * Reads bounds and value lists out of the checks of a column: `x >= 0`, `x BETWEEN 1 AND 5`, `x IN ('a', 'b')` and the forms in which
 * PostgreSQL prints them. Those that compare two columns, and lists of what is forbidden, say nothing here.
 */
export function columnLimits(table: Table, column: string): ColumnLimits {
  const checks = table.checks.map(withoutCasts).filter((check) => new RegExp(`\\b${column}\\b`).test(check));
  const bound = (pattern: string, step: number): number | undefined => {
    const found = checks.map((check) => new RegExp(`\\b${column}\\s*${pattern}\\s*(-?\\d+(?:\\.\\d+)?)`, 'i').exec(check)?.[1]).find((number) => number !== undefined);
    return found === undefined ? undefined : Number(found) + step;
  };
  const between = checks.map((check) => new RegExp(`\\b${column}\\s+between\\s+(-?[\\d.]+)\\s+and\\s+(-?[\\d.]+)`, 'i').exec(check)).find((match) => match !== null);
  const listed = checks.find((check) => /\bin\b|=\s*any\b/i.test(check) && !/\bnot\s+in\b|<>\s*all\b/i.test(check));
  return {
    minimum: between ? Number(between[1]) : (bound('>=', 0) ?? bound('>', 1)),
    maximum: between ? Number(between[2]) : (bound('<=', 0) ?? bound('<', -1)),
    values: [...(listed ?? '').matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] ?? '').replaceAll("''", "'")),
  };
}

/** The text of a check without casts, brackets and quotation marks of names. */
export function withoutCasts(check: string): string {
  return check.replace(/::[a-z ]+(\(\d+\))?(\[\])?/g, '').replace(/[()"]/g, ' ');
}
