import { isPlural, withArticle } from '../english/inflect.ts';
import { comparisonSigns, sayComparison, sayCountComparison, type Comparison } from '../english/say-number.ts';
import { thisYear, type Draw } from '../draw.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { sayColumn, type ConditionMaker, type ConditionWords } from '../things.ts';
import { drawNumber } from '../values/draw-value.ts';

/** Conditions on a number: above, below, between. */
export function numberConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const about = `${table.name}.${column.name}`;
  const isBare = (speaker: Speaker): boolean => saysAmount(table, column) && speaker.random.chance(0.4);
  const signs = comparisonSigns.filter((sign) => sign !== '=' || /int/.test(column.type));
  return [
    ...signs.map((sign): ConditionMaker => ({
      name: `${about} ${sign}`, about,
      make: (draw) => {
        const number = drawNumber(draw, column);
        if ((sign === '<' && number <= (column.minimum ?? -Infinity)) || (sign === '>' && number >= (column.maximum ?? Infinity))) return undefined;
        return { about, sql: (q) => `${q}${column.sql} ${sign} ${number}`, say: (speaker) => (isBare(speaker) ? sayBareAmount(speaker, column, `${sayComparison(speaker, sign)} ${mark(number)}`) : sayCompared(speaker, column, sign, number)) };
      },
    })),
    {
      name: `${about} between`, about,
      make: (draw) => {
        const [low = 0, high = 0] = [drawNumber(draw, column), drawNumber(draw, column)].sort((a, b) => a - b);
        return low === high ? undefined : { about, sql: (q) => `${q}${column.sql} BETWEEN ${low} AND ${high}`, say: (speaker) => (isBare(speaker) ? sayBareAmount(speaker, column, `between ${mark(low)} and ${mark(high)}`) : sayBetween(speaker, column, low, high)) };
      },
    },
  ];
}

/** Whether a mere sum means this column: of several amounts the price or the total. */
function saysAmount({ columns, isPerson }: TableEntry, column: ColumnEntry): boolean {
  if (isPerson) return false;
  const amounts = columns.filter(({ role }) => role === 'amount');
  const telling = amounts.filter(({ names: [name] }) => /^(amount|total|total amount|total price|sum|value|price|cost|unit price|list price|fee)$/.test(name));
  return column.role === 'amount' && (telling[0] ?? (amounts.length === 1 ? amounts[0] : undefined)) === column && !/salary|wage|budget|balance|discount|tax/.test(column.names[0]);
}

/** `orders above 50 euros`: the sum alone, in the column's money or, where that is not known, in any. */
function sayBareAmount(speaker: Speaker, { unit }: ColumnEntry, comparison: string): ConditionWords {
  const money = unit ?? speaker.random.pick(['', '', '', 'euros', 'dollars', 'EUR', '$']);
  const amount = money === '$' ? comparison.replace(/⟦/g, '$⟦') : `${comparison}${money === '' ? '' : ` ${money}`}`;
  return /^(above|over|under|below|between|[<>=])/.test(comparison) ? { verb: `are ${amount}`, after: amount } : { verb: `come to ${amount}`, after: `of ${amount}` };
}

/** Conditions on a column that holds a year as a number. */
export function yearConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const about = `${table.name}.${column.name}`;
  const signs: readonly [Comparison, string][] = [['=', 'in'], ['>', 'after'], ['<', 'before'], ['>=', 'in or after']];
  const participle = /^(publication|published|publish|pub)/.test(column.names[0]) ? 'published' : /^(release|released)/.test(column.names[0]) ? 'released' : /^(founded|founding|foundation)/.test(column.names[0]) ? 'founded' : /^birth year|^year of birth/.test(column.names[0]) ? 'born' : undefined;
  return signs.map(([sign, word]): ConditionMaker => ({
    name: `${about} ${sign}`, about,
    make: (draw) => {
      const year = drawYear(draw, column);
      const isDeath = /^(death year|year of death)/.test(column.names[0]);
      if (isDeath && table.isPerson) return { about, sql: (q) => `${q}${column.sql} ${sign} ${year}`, say: () => ({ verb: `died ${word} ${mark(year)}` }) };
      const after = participle === undefined ? `with ${withArticle(column.names[0])} ${sign === '=' ? 'of' : word} ${mark(year)}` : `${participle} ${word} ${mark(year)}`;
      return { about, sql: (q) => `${q}${column.sql} ${sign} ${year}`, say: () => ({ verb: participle === undefined ? after.replace(/^with/, 'have') : `were ${after}`, after }) };
    },
  }));
}

/** Births lie further back than the rest. */
function drawYear(draw: Draw, { names: [name], minimum, maximum }: ColumnEntry): number {
  const back = /birth|born|death|died|found|establish/.test(name) ? draw.random.integer(20, 110) : draw.random.integer(1, 30);
  return Math.max(minimum ?? 0, Math.min(maximum ?? 9999, thisYear(draw)) - back);
}

function sayCompared(speaker: Speaker, column: ColumnEntry, sign: Comparison, number: number): ConditionWords {
  const name = sayColumn(speaker, column);
  const than = comparative(column, sign, number);
  if (than !== undefined && speaker.random.chance(0.35)) return { verb: `are ${than}`, after: than };
  if (isPlural(name)) {
    const amount = `${sayCountComparison(speaker, sign)} ${mark(number)} ${name}`;
    return { verb: `have ${amount}`, after: `with ${amount}` };
  }
  const unit = column.unit !== undefined && speaker.random.chance(0.4) ? ` ${column.unit}` : '';
  const comparison = `${sayComparison(speaker, sign)} ${mark(number)}${unit}`;
  const of = /^(above|over|under|below|[<>=])/.test(comparison) ? comparison : `of ${comparison}`;
  const verb = name === 'price' && !/^(above|below|[<>=])/.test(comparison) ? `cost ${comparison}` : `have ${withArticle(name)} ${of}`;
  return { verb, after: say(speaker, { plain: [`with ${withArticle(name)} ${of}`], terse: [`${name} ${comparison}`, `with ${name} ${comparison}`], polite: [`whose ${name} is ${comparison}`, `with ${withArticle(name)} ${of}`] }) };
}

const comparatives: readonly (readonly [RegExp, readonly [more: string, less: string]])[] = [
  [/\b(price|cost)$/, ['more expensive than', 'cheaper than']], [/\b(pages|page count|duration|length|running time)$/, ['longer than', 'shorter than']], [/\b(area|capacity|size|population)$/, ['larger than', 'smaller than']], [/\bweight$/, ['heavier than', 'lighter than']], [/\bheight$/, ['taller than', 'shorter than']],
];

/** `longer than 500 pages`, where the column has an adjective. */
function comparative({ names: [name], unit }: ColumnEntry, sign: Comparison, number: number): string | undefined {
  const words = comparatives.find(([pattern]) => pattern.test(name))?.[1];
  if (words === undefined || (sign !== '>' && sign !== '<')) return undefined;
  return `${sign === '>' ? words[0] : words[1]} ${mark(number)}${unit === undefined ? '' : ` ${unit}`}`;
}

function sayBetween(speaker: Speaker, column: ColumnEntry, low: number, high: number): ConditionWords {
  const name = sayColumn(speaker, column);
  const range = `between ${mark(low)} and ${mark(high)}`;
  if (isPlural(name)) return { verb: `have ${range} ${name}`, after: `with ${range} ${name}` };
  return { verb: `have ${withArticle(name)} ${range}`, after: say(speaker, { plain: [`with ${withArticle(name)} ${range}`], terse: [`${name} ${mark(low)}-${mark(high)}`, `${name} ${range}`], polite: [`whose ${name} lies ${range}`, `with ${withArticle(name)} from ${mark(low)} to ${mark(high)}`] }) };
}
