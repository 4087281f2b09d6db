import type { Coverage, CoverageCell } from './measure-coverage.ts';

/** The coverage table as Markdown: what is empty first, then every cell with its number of samples. */
export function renderCoverage({ cells, filled, excepted, empty }: Coverage): string {
  const kinds = [...new Set(cells.map(({ kind }) => kind))];
  return [
    '# Coverage',
    '',
    `${cells.length} cells: ${filled} filled, ${excepted} empty with a reason, ${empty} empty.`,
    '',
    '## Empty',
    '',
    ...table(['cell', 'reason'], cells.filter(({ samples }) => samples === 0).map((cell) => [nameOf(cell), cell.exception ?? '**none**'])),
    ...kinds.flatMap((kind) => ['', `## By ${kind}`, '', ...table(['cell', 'samples'], cells.filter((cell) => cell.kind === kind).map((cell) => [cell.name, String(cell.samples)]))]),
    '',
  ].join('\n');
}

function nameOf({ kind, name }: CoverageCell): string {
  return `${kind} ${name}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return rows.length === 0 ? ['None.'] : [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
