/**
 * The source article's normal form of SQL for comparing texts: `--` comments go, white space collapses, letters become small.
 * As in the article, `--` inside a string literal counts as a comment too.
 */
export function normalizeSql(sql: string): string {
  return sql.replace(/--.*$/gm, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
}
