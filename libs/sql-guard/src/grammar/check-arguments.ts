import type { Node } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { numericConstant, textConstant } from '../tree.ts';
import type { RuleContext } from './rule-context.ts';
import { estimateSeriesRows } from './series-rows.ts';

const longestPadding = 1000;
const mostRepetitions = 10_000;
const mostSeriesRows = 1_000_000;
/** A replacement out of a column is hardly longer than this. */
const unknownGrowth = 50;

/** Refuses arguments that make a harmless function fill memory or run without end. */
export function checkArguments(name: string, args: readonly Node[], context: RuleContext): void {
  if (name === 'lpad' || name === 'rpad') atMost(longestPadding, numericConstant(args[1]), `${name} takes a length literal`);
  if (name === 'repeat') {
    context.repetitions *= Math.max(1, numericConstant(args[1]) ?? Infinity);
    atMost(mostRepetitions, context.repetitions, 'The calls of repeat take number literals with a product');
  }
  if (name === 'replace' || name === 'regexp_replace') {
    context.repetitions *= growthOfReplacing(name, args);
    atMost(mostRepetitions, context.repetitions, `The calls of ${name} together may lengthen a text by a factor`);
  }
  if (name === 'format' && !/^([^%]|%%|%(\d{1,2}\$)?[sIL])*$/.test(textConstant(args[0]) ?? '%')) throw new Refusal('too-complex', 'format takes a literal with %s, %I and %L only.');
  if (name === 'generate_series') {
    context.seriesRows *= estimateSeriesRows(args);
    atMost(mostSeriesRows, context.seriesRows, 'The calls of generate_series must make a number of rows that can be told beforehand, a product');
  }
}

/** How much longer a text may become: a short pattern that stands everywhere in it, each time replaced by a longer text. */
function growthOfReplacing(name: string, [, pattern, replacement]: readonly Node[]): number {
  const added = textConstant(replacement);
  const taken = name === 'replace' ? (textConstant(pattern)?.length ?? 1) : 1;
  const references = name === 'replace' ? 0 : (added?.match(/\\[&\d]/g)?.length ?? 0);
  if (added === undefined) return unknownGrowth;
  return Math.max(1, references > 1 ? Infinity : added.length / Math.max(1, taken));
}

/** A value that cannot be told (undefined, NaN) is too large. */
function atMost(limit: number, value: number | undefined, what: string): void {
  if (value === undefined || !(value <= limit)) throw new Refusal('too-complex', `${what} of at most ${limit}.`);
}
