import { normalizeSql } from '../metrics/normalize-sql.ts';

/** SQL without its literals: statements that differ only in values are of one template. */
export function templateOf(sql: string): string {
  return normalizeSql(sql).replace(/'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b/g, '?').replace(/[\s;]+$/, '');
}
