import { normalizeSql } from './normalize-sql.ts';

/** Whether both texts are equal in the article's normal form; a semicolon at the end does not count. */
export function exactMatch(predicted: string, reference: string): boolean {
  return withoutSemicolon(predicted) === withoutSemicolon(reference);
}

function withoutSemicolon(sql: string): string {
  return normalizeSql(sql).replace(/[\s;]+$/, '');
}
