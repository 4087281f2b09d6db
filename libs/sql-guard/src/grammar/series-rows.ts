import type { A_Const, A_Expr, FuncCall, Node } from 'libpg-query';
import { findNodes, nameParts, numericConstant, textConstant } from '../tree.ts';

const unknownRows = 1000;
const largestNumber = 100_000;
const hourSeconds = 3600;
const units: readonly (readonly [RegExp, number])[] = [
  [/^(y|year|years|yr|yrs)$/, 31_557_600],
  [/^(mon|mons|month|months|quarter|quarters)$/, 2_629_800],
  [/^(w|week|weeks)$/, 604_800],
  [/^(d|day|days)$/, 86_400],
  [/^(h|hour|hours|hr|hrs)$/, hourSeconds],
  [/^(m|min|mins|minute|minutes)$/, 60],
  [/^(s|sec|secs|second|seconds)$/, 1],
];
/** Functions of a bound that cannot make it larger than the data. */
const boundFunctions = new Set(
  'min max count date_trunc date_part extract now date age to_date to_timestamp make_date make_timestamp timezone floor ceil round array_length cardinality'.split(' '),
);

/** How many rows generate_series makes for its arguments; Infinity where that cannot be bounded. */
export function estimateSeriesRows(args: readonly Node[]): number {
  const [first, last, step] = args;
  const from = numericConstant(first);
  const to = numericConstant(last);
  if (from !== undefined && to !== undefined) return rowsBetween(from, to, step === undefined ? 1 : numericConstant(step));
  if (args.some((argument) => !isBound(argument))) return Infinity;
  const seconds = step === undefined ? undefined : intervalSeconds(step);
  const start = Date.parse(textConstant(first) ?? '');
  const end = Date.parse(textConstant(last) ?? '');
  if (!Number.isNaN(start) && !Number.isNaN(end)) return rowsBetween(start / 1000, end / 1000, seconds);
  const isSlow = step === undefined || numericConstant(step) !== undefined || (seconds !== undefined && Math.abs(seconds) >= hourSeconds);
  return isSlow ? unknownRows : Infinity;
}

function rowsBetween(from: number, to: number, step: number | undefined): number {
  if (step === undefined || step === 0 || Number.isNaN(step)) return Infinity;
  return Math.max(1, Math.floor((to - from) / step) + 1);
}

function intervalSeconds(step: Node): number | undefined {
  const match = /^\s*(-?\d*\.?\d+)?\s*([a-z]+)\s*$/i.exec(textConstant(step) ?? '');
  const unit = units.find(([pattern]) => pattern.test((match?.[2] ?? '').toLowerCase()))?.[1];
  return unit === undefined ? undefined : Number(match?.[1] ?? 1) * unit;
}

/** A bound may be data and dates, moved by addition; a product, a power or a large number may run for hours. */
function isBound(argument: Node): boolean {
  const operators = findNodes<A_Expr>(argument, 'A_Expr').filter(({ kind }) => kind === 'AEXPR_OP').flatMap(({ name }) => nameParts(name));
  const functions = findNodes<FuncCall>(argument, 'FuncCall').map(({ funcname }) => nameParts(funcname).at(-1) ?? '');
  const constants = findNodes<A_Const>(argument, 'A_Const');
  return operators.every((operator) => /^([-+=<>]|<=|>=|<>)$/.test(operator)) && functions.every((name) => boundFunctions.has(name)) && constants.every(isSmall);
}

/** A text may be a number too, or name a part of a date that counts in large numbers. */
function isSmall(constant: A_Const): boolean {
  const text = constant.sval?.sval ?? '';
  if (/infinity|epoch|julian|^(u|ms|micro|milli)/i.test(text)) return false;
  const number = constant.sval === undefined ? numericConstant({ A_Const: constant }) : Number(text.replaceAll('_', ''));
  return number === undefined || Number.isNaN(number) || Math.abs(number) <= largestNumber;
}
