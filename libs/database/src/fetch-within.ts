import type { QueryResult, ReadLimits, Value } from './database.ts';

/** Takes the next rows of a cursor. */
export type Fetch = (count: number) => Promise<{ readonly columns: string[]; readonly rows: unknown[][] }>;

export const defaultMaxBytes = 16 * 1024 * 1024;
const firstBatch = 64;
const largestBatch = 5000;
const smallestValue = 4;

/** Fetches rows until there are no more, or enough of them, or too many bytes; batches are sized so that one alone fills no memory. */
export async function fetchWithin(fetch: Fetch, { maxRows, maxBytes = defaultMaxBytes }: Pick<ReadLimits, 'maxRows' | 'maxBytes'>): Promise<QueryResult> {
  const rows: Value[][] = [];
  let bytes = 0;
  let count = Math.min(firstBatch, maxRows + 1);
  for (;;) {
    const batch = await fetch(count);
    for (const row of batch.rows as Value[][]) {
      bytes += sizeOf(row);
      if (rows.length === maxRows || bytes > maxBytes) return { columns: batch.columns, rows, truncated: true };
      rows.push(row);
    }
    if (batch.rows.length < count) return { columns: batch.columns, rows, truncated: false };
    const mean = bytes / rows.length;
    count = Math.max(1, Math.min(largestBatch, maxRows + 1 - rows.length, Math.ceil((maxBytes - bytes) / mean / 2)));
  }
}

function sizeOf(row: readonly Value[]): number {
  return row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? Buffer.byteLength(value) : smallestValue), smallestValue);
}
