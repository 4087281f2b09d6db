import type { Node } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { numericConstant } from '../tree.ts';
import type { RuleContext } from './rule-context.ts';
import { estimateSeriesRows } from './series-rows.ts';

const longestPadding = 1000;
const mostRepetitions = 10_000;
const mostSeriesRows = 1_000_000;

/** Refuses arguments that make a harmless function fill memory or run without end. */
export function checkArguments(name: string, args: readonly Node[], context: RuleContext): void {
  if (name === 'lpad' || name === 'rpad') atMost(longestPadding, numericConstant(args[1]), `${name} takes a length literal`);
  if (name === 'repeat') {
    context.repetitions *= Math.max(1, numericConstant(args[1]) ?? Infinity);
    atMost(mostRepetitions, context.repetitions, 'The calls of repeat take number literals with a product');
  }
  if (name === 'generate_series') {
    context.seriesRows *= estimateSeriesRows(args);
    atMost(mostSeriesRows, context.seriesRows, 'The calls of generate_series must make a number of rows that can be told beforehand, a product');
  }
}

/** A value that cannot be told (undefined, NaN) is too large. */
function atMost(limit: number, value: number | undefined, what: string): void {
  if (value === undefined || !(value <= limit)) throw new Refusal('too-complex', `${what} of at most ${limit}.`);
}
