const notCode = /--.*$|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$/gm;

/** Whether the statement itself is sorted: an ORDER BY outside all parentheses, not one of a window, aggregate or subquery. */
export function hasTopLevelOrder(sql: string): boolean {
  return /\border\s+by\b/i.test(withoutParentheses(sql.replace(notCode, ' ')));
}

function withoutParentheses(code: string): string {
  const outer = code.replace(/\([^()]*\)/g, ' ');
  return outer === code ? code : withoutParentheses(outer);
}
