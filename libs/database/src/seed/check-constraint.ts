import { withoutCasts, type Table } from '@sqlwright/schema';
import type { SeedRow } from './seed-options.ts';

/** Whether a row keeps the checks that compare two of its columns, such as `ended >= started`; NULL breaks none. */
export function keepsOrder(table: Table, row: SeedRow): boolean {
  return table.checks.every((check) => {
    const [, left = '', operator = '', right = ''] = /(\w+) (>=|<=|>|<) ([a-z_]\w*)\s*$/i.exec(withoutCasts(check).replace(/\s+/g, ' ').trim()) ?? [];
    const [a, b] = [row[left], row[right]];
    if (a === undefined || b === undefined || a === null || b === null) return true;
    const [low, high] = operator.startsWith('<') ? [a, b] : [b, a];
    return operator.endsWith('=') ? low <= high : low < high;
  });
}
