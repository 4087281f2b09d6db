import type { Table } from './schema.ts';

/** What a table's simple checks say of one column. */
export interface ColumnLimits {
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly values: readonly string[];
}

/**
 * Reads bounds and value lists out of the checks of a column: `x >= 0`, `x BETWEEN 1 AND 5`, `x IN ('a', 'b')` and the forms in which
 * PostgreSQL prints them. Those that compare two columns, lists of what is forbidden, and lists that bind only some rows (`a OR x IN ('b')`) say nothing here.
 */
export function columnLimits(table: Table, column: string): ColumnLimits {
  const checks = table.checks.map(withoutCasts).filter((check) => new RegExp(`\\b${column}\\b`).test(check));
  const bound = (pattern: string, step: number): number | undefined => {
    const found = checks.map((check) => new RegExp(`\\b${column}\\s*${pattern}\\s*(-?\\d+(?:\\.\\d+)?)`, 'i').exec(check)?.[1]).find((number) => number !== undefined);
    return found === undefined ? undefined : Number(found) + step;
  };
  const between = checks.map((check) => new RegExp(`\\b${column}\\s+between\\s+(-?[\\d.]+)\\s+and\\s+(-?[\\d.]+)`, 'i').exec(check)).find((match) => match !== null);
  return {
    minimum: between ? Number(between[1]) : (bound('>=', 0) ?? bound('>', 1)),
    maximum: between ? Number(between[2]) : (bound('<=', 0) ?? bound('<', -1)),
    values: checks.map((check) => listedValues(check, column)).find((values) => values.length > 0) ?? [],
  };
}

const text = "'(?:[^']|'')*'";

/** The values of a check that lets the column hold nothing else, but for NULL. */
function listedValues(check: string, column: string): string[] {
  const always = check.replace(new RegExp(`\\b${column}\\s+is\\s+null\\s+or\\b|\\bor\\s+${column}\\s+is\\s+null\\b`, 'gi'), ' ');
  if (/\b(?:or|case|not)\b/i.test(always.replace(new RegExp(text, 'g'), ' '))) return [];
  const list = new RegExp(`\\b${column}\\s+(?:in|=\\s*any\\s+array\\s*\\[)\\s*(${text}(?:\\s*,\\s*${text})*)`, 'i').exec(always)?.[1] ?? '';
  return [...list.matchAll(new RegExp(text, 'g'))].map(([found]) => found.slice(1, -1).replaceAll("''", "'"));
}

/** The text of a check without casts, brackets and quotation marks of names; what stands within quotes stays. */
export function withoutCasts(check: string): string {
  return check.replace(/('(?:[^']|'')*')|::[a-z ]+(?:\(\d+\))?(?:\[\])?|[()"]/g, (_found, quoted?: string) => quoted ?? ' ');
}
