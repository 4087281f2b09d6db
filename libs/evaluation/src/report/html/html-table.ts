import { escapeHtml } from './escape-html.ts';

/**
 * A table that scrolls by itself where it is too wide.
 * @param texts its cells are words, not figures; a phone shows each row as a paragraph
 */
export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[], texts = false): string {
  const kind = (index: number): string => (index === 0 || texts ? '' : ' class="n"');
  const cells = (row: readonly string[], tag: string): string => `<tr>${row.map((cell, index) => `<${tag}${kind(index)}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<div class="scroll"><table${texts ? ' class="texts"' : ''}>${cells(head, 'th')}${rows.map((row) => cells(row, 'td')).join('')}</table></div>`;
}
