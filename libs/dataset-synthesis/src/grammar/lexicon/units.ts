import type { Column } from '@sqlwright/schema';
import { splitName } from '../english/split-name.ts';
import type { ColumnRole } from './lexicon-types.ts';

/** How the words of a name end that tell a unit, and how people say it. */
const units: readonly (readonly [RegExp, string])[] = [
  [/ minutes$|^minutes /, 'minutes'], [/ seconds$/, 'seconds'], [/ hours$|^hours /, 'hours'], [/ days$|^days /, 'days'], [/ weeks$/, 'weeks'], [/ months$/, 'months'], [/ years$/, 'years'], [/ (kg|kgs|kilos)$/, 'kg'], [/ (g|grams)$/, 'grams'], [/ (lb|lbs)$/, 'pounds'], [/ km$/, 'km'], [/ miles$/, 'miles'],
  [/ cm$/, 'cm'], [/ mm$/, 'mm'], [/ (m2|sqm|sq m)$/, 'square metres'], [/ (sqft|sq ft)$/, 'square feet'], [/ ml$/, 'ml'], [/ kwh$/, 'kWh'], [/ bytes$/, 'bytes'], [/ mb$/, 'MB'], [/ eur$/, 'euros'], [/ usd$/, 'dollars'], [/ gbp$/, 'pounds'], [/ (percent|percentage)$/, 'percent'], [/\bpages$/, 'pages'],
];

/** The unit of a column of numbers, from its name or a comment such as "in euros". */
export function unitOf(column: Column, role: ColumnRole): string | undefined {
  if (!/^(amount|quantity|measure)$/.test(role)) return undefined;
  const said = /\bin (euros?|dollars|pounds|minutes|hours|days|weeks|months|years|kilograms|kg|grams|square met(?:re|er)s|square feet|met(?:re|er)s|percent|miles|km|cm)\b/i.exec(column.comment ?? '')?.[1];
  return said?.toLowerCase() ?? units.find(([pattern]) => pattern.test(splitName(column.name)))?.[1];
}

/** What says nothing without its unit: actual minutes. */
const qualities = /^(actual|standard|total|estimated|planned|expected|maximum|minimum|average|net|gross|used|spent|worked|billed|paid|unpaid|extra|free|delayed|late) \w+$/;

/** `duration minutes` is a duration; vacation days and estimated hours are called so. */
export function withoutUnit(words: string): string {
  if (qualities.test(words)) return words;
  return words.replace(/^(\w.*) (minutes|seconds|months|kg|kgs|km|cm|mm|m|grams|g|lb|lbs|eur|usd|gbp|percent|sqm|sq m|m2|sqft|sq ft|ml|l|bytes|mb|kb|gb|kwh|celsius)$/, '$1').replace(/^(.*\b(?:time|duration|period|term|length|interval|delay|distance|mileage|age)) (hours|days|weeks|years|miles)$/, '$1');
}
