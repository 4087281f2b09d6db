import { percent, table } from '../report/markdown.ts';
import type { ParityRow } from './compare-steps.ts';

/** The parity check as a Markdown table, with every failure below it. */
export function renderParity(rows: readonly ParityRow[]): string {
  const cells = rows.map((row) => [
    row.step,
    row.from ?? '–',
    row.bytes === null ? '–' : `${(row.bytes / 1e6).toFixed(0)} MB`,
    `${row.equalIds} of ${row.prompts}`,
    `${row.equalReplies} of ${row.prompts}`,
    row.meanKl?.toPrecision(2) ?? '–',
    row.meanKlFromFirst?.toPrecision(2) ?? '–',
    percent(row.executionAccuracy),
    row.failure === null ? 'as it must be' : 'FAILED',
  ]);
  const failures = rows.flatMap(({ failure }) => (failure === null ? [] : [`- ${failure}`]));
  return `${[table(['step', 'made from', 'size', 'equal token ids', 'equal replies', 'mean KL (nats)', 'from the first', 'execution accuracy', ''], cells), ...(failures.length === 0 ? [] : [failures.join('\n')])].join('\n\n')}\n`;
}
