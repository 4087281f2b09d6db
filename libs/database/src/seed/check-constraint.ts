import { withoutCasts, type Table } from '@sqlwright/schema';
import type { SeedRow } from './seed-options.ts';

const comparison = '>=|<=|<>|!=|>|<';
const order = new RegExp(`(\\w+) (${comparison}) ([a-z_]\\w*)$`, 'i');

/** Whether a row keeps the checks that compare two of its columns, such as `ended >= started`; NULL breaks none. */
export function keepsOrder(table: Table, row: SeedRow): boolean {
  return table.checks.every((check) => {
    const [, left = '', operator = '', right = ''] = order.exec(plain(check)) ?? [];
    const [a, b] = [row[left], row[right]];
    if (a === undefined || b === undefined || a === null || b === null) return true;
    if (operator === '<>' || operator === '!=') return a !== b;
    const [low, high] = operator.startsWith('<') ? [a, b] : [b, a];
    return operator.endsWith('=') ? low <= high : low < high;
  });
}

const number = '-?\\d+(?:\\.\\d+)?';
const text = "'(?:[^']|'')*'";
const list = `${text}(?: ?, ?${text})*`;
const bound = `(\\w+) (?:>=|<=|>|<) ${number}`;
/** With or without the NULLs that break no check anyway. */
const kept = [bound, `${bound} and \\1 (?:<=|>=|<|>) ${number}`, `\\w+ between ${number} and ${number}`, `\\w+ (?:in|= ?any ?array ?\\[) ?${list} ?\\]?`, `\\w+ (?:${comparison}) (?!current_|now$)[a-z_]\\w*`].map((form) => new RegExp(`^(?:\\w+ is null or )?${form}(?: or \\w+ is null)?$`, 'i'));

/** Whether made-up rows keep a check whatever it compares: bounds and lists of one column, and the order of two. */
export function isKeptCheck(check: string): boolean {
  return kept.some((form) => form.test(plain(check)));
}

function plain(check: string): string {
  return withoutCasts(check).replace(/\s+/g, ' ').trim();
}
