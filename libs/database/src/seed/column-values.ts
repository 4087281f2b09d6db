import { columnLimits, type Column, type DatabaseSchema, type Table } from '@sqlwright/schema';
import type { Random } from './random.ts';
import type { Cell, SeedOptions, SeedRow } from './seed-options.ts';
import { personText, textWidth } from './text-values.ts';

/** What a value is drawn for. `row` holds the values of the columns before it. */
export interface ColumnContext {
  readonly schema: DatabaseSchema;
  readonly table: Table;
  readonly column: Column;
  readonly options: SeedOptions;
  readonly random: Random;
  readonly row: SeedRow;
  /** Number of the row in its table, from 1. */
  readonly number: number;
}

/** Draws a value for a column that is no key, from its configured values, its checks, its type and its name. */
export function drawValue(context: ColumnContext): Cell {
  const { schema, table, column, options, random } = context;
  const configured = options.values[`${table.name}.${column.name}`] ?? columnLimits(table, column.name).values;
  // A check may list what the column is too narrow for.
  const fitting = configured.filter(({ length }) => length <= textWidth(column.type));
  if (fitting.length > 0) return random.pickSkewed(fitting);
  const type = column.type.replace(/\(.*/, '');
  const labels = schema.enums.find(({ name }) => name === type)?.values;
  if (labels !== undefined) return random.pickSkewed(labels);
  return drawByType(type, context);
}

function drawByType(type: string, context: ColumnContext): Cell {
  if (type.endsWith('[]')) return '{}';
  if (type === 'boolean') return context.random.chance(exceptional.test(context.column.name) ? 0.12 : 0.7);
  if (type === 'date') return drawMoment(context).slice(0, 10);
  if (type.startsWith('timestamp')) return drawMoment(context);
  if (/^(smallint|integer|bigint)$/.test(type)) return drawInteger(context);
  if (/^(numeric|real|double precision|money|decimal)$/.test(type)) return drawDecimal(context);
  if (type === 'uuid') return `00000000-0000-4000-8000-${String(context.number).padStart(12, '0')}`;
  if (type === 'json' || type === 'jsonb') return '{}';
  if (type.startsWith('time')) return `${String(context.random.integer(8, 18)).padStart(2, '0')}:${context.random.pick(['00', '15', '30', '45'])}:00`;
  if (type === 'interval') return `${context.random.integer(1, 30)} days`;
  if (type === 'bytea' || type === 'inet' || type === 'point') return null;
  return personText(context);
}

const dayMilliseconds = 86_400_000;

function drawDay({ column, options, random }: ColumnContext): Date {
  const last = Date.parse(options.asOf);
  const isBirth = birth.test(column.name);
  const [from, to] = isBirth ? [last - 85 * 365.25 * dayMilliseconds, last - 17 * 365.25 * dayMilliseconds] : [last - 6.5 * 365.25 * dayMilliseconds, last];
  return new Date(from + Math.floor(random.next() ** (isBirth ? 1 : 0.7) * ((to - from) / dayMilliseconds)) * dayMilliseconds);
}

const birth = /birth|dob|born/;
/** A flag that few rows carry. */
const exceptional = /block|suspend|delet|archiv|cancel|waiv|lost|banned|fraud|overdue|void|refund/;
const planned = /(^|_)due|deadline|expir|valid_(to|until)/;
const later = /updat|modif|chang|end|finish|clos|ship|deliver|return|last_|paid|notif|cancel|resolv|complet|discharg|left|leav|departure/;
const starting = /creat|start|begin|order|open|date|_at$|join|issu|plac|hire|admi|book|_on$|_from$/;
/** What has not happened yet in many rows. */
const closing = /end(s|ed)?_|finish|clos|shipp|deliver|return|paid|notif|cancel|resolv|complet|discharg|death|died|departure/;

/** The share of NULLs of a nullable column: what ends something is still open in a quarter of the rows. */
export function nullShare(column: Column, { nullFraction }: SeedOptions): number {
  return /^(date|timestamp)/.test(column.type) && closing.test(column.name) && nullFraction > 0 ? Math.max(nullFraction, 0.25) : nullFraction;
}

/** A later moment of a row (updated, ended, shipped) follows an earlier one, a planned one (due, expires) lies a while after it, also beyond the last day; a third of the rows were never touched again. */
function drawMoment(context: ColumnContext): string {
  const { column, random, options } = context;
  if (!/^timestamp/.test(column.type) && !isLaterColumn(column.name)) return spell(drawDay(context));
  const earlier = isLaterColumn(column.name) ? earlierMoment(context) : undefined;
  if (earlier === undefined) return spell(new Date(drawDay(context).getTime() + random.integer(0, dayMilliseconds / 1000 - 1) * 1000));
  const start = Date.parse(`${earlier.replace(' ', 'T')}Z`) || Date.parse(earlier);
  if (planned.test(column.name)) return spell(new Date(start + plannedDays(column.name, random) * dayMilliseconds));
  const span = Math.max(0, Date.parse(options.asOf) - start);
  return spell(new Date(start + (random.chance(0.33) ? 0 : Math.floor((random.next() ** 2 * span) / 1000) * 1000)));
}

function plannedDays(name: string, random: Random): number {
  return /due|deadline/.test(name) ? random.integer(7, 42) : random.integer(180, 1500);
}

function isLaterColumn(name: string): boolean {
  return later.test(name) || planned.test(name);
}

/** The moment of the row at which something starts, its own before its parent's; without one, any moment known so far. */
function earlierMoment({ table, row }: ColumnContext): string | undefined {
  const moments = Object.entries(row).filter(([name, value]) => starting.test(name) && typeof value === 'string' && !Number.isNaN(Date.parse(value)));
  const starts = moments.filter(([name]) => !isLaterColumn(name) && !birth.test(name));
  const own = starts.find(([name]) => table.columns.some((column) => column.name === name));
  return (own ?? starts[0] ?? moments[0])?.[1]?.toString();
}

function spell(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}

/** The largest number that `numeric(precision,scale)` holds. */
function largestNumber(type: string): number {
  const [, precision, scale = '0'] = /\((\d+)(?:,(\d+))?\)/.exec(type) ?? [];
  return precision === undefined ? Infinity : 10 ** (Number(precision) - Number(scale)) - 10 ** -Number(scale);
}

function drawInteger({ table, column, random }: ColumnContext): number {
  const { minimum, maximum } = columnLimits(table, column.name);
  const usual = /year/.test(column.name) ? [1990, 2026] : /quantity|count|units|stock/.test(column.name) ? [0, 40] : /rating|score|stars/.test(column.name) ? [1, 5] : [1, 100];
  const low = minimum ?? Math.min(usual[0] ?? 1, maximum ?? Infinity);
  return random.integer(low, maximum ?? Math.max(low + 9, usual[1] ?? 100));
}

function drawDecimal({ table, column, random }: ColumnContext): number {
  const { minimum, maximum } = columnLimits(table, column.name);
  const low = minimum ?? 1;
  const usual = /rate|percent|discount|share/.test(column.name) ? Math.max(low, 1) : low + 999;
  const high = Math.min(maximum ?? usual, largestNumber(column.type));
  return Math.round((low + random.next() ** 2 * (high - low)) * 100) / 100;
}
