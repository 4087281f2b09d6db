/** A Markdown table; its cells may hold any text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => inline(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Any text as plain text of one line: line ends become spaces, marks of Markdown lose their meaning. */
export function inline(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\`*_<>[\]]/g, '\\$&');
}

/** A code block whose fence is longer than any in its text. */
export function fence(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${language}\n${text}\n${mark}`;
}

/** A share as a percentage; a dash for a share of nothing. */
export function percent(share: number | null, digits = 1): string {
  return share === null ? '–' : `${(share * 100).toFixed(digits)} %`;
}
