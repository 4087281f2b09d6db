import type { Column, DatabaseSchema, Table } from '@sqlwright/schema';
import { columnLimits } from './check-constraint.ts';
import type { Random } from './random.ts';
import type { Cell, SeedOptions, SeedRow } from './seed-options.ts';
import { personText } from './text-values.ts';

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
  if (configured.length > 0) return random.pickSkewed(configured);
  const type = column.type.replace(/\(.*/, '');
  const labels = schema.enums.find(({ name }) => name === type)?.values;
  if (labels !== undefined) return random.pickSkewed(labels);
  return drawByType(type, context);
}

function drawByType(type: string, context: ColumnContext): Cell {
  if (type.endsWith('[]')) return '{}';
  if (type === 'boolean') return context.random.chance(0.7);
  if (type === 'date') return drawDay(context).toISOString().slice(0, 10);
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
  const isBirth = /birth|dob|born/.test(column.name);
  const [from, to] = isBirth ? [last - 85 * 365.25 * dayMilliseconds, last - 17 * 365.25 * dayMilliseconds] : [last - 6.5 * 365.25 * dayMilliseconds, last];
  return new Date(from + Math.floor(random.next() ** (isBirth ? 1 : 0.7) * ((to - from) / dayMilliseconds)) * dayMilliseconds);
}

/** A later moment of a row (updated, ended, shipped) follows an earlier one; a third of the rows were never touched again. */
function drawMoment(context: ColumnContext): string {
  const { column, row, random, options } = context;
  const isLater = /updat|modif|chang|end|finish|clos|ship|deliver|return|last_/.test(column.name);
  const earlier = Object.entries(row).find(([name, value]) => isLater && typeof value === 'string' && /creat|start|begin|order|open|date|_at$/.test(name) && !Number.isNaN(Date.parse(value)))?.[1];
  if (typeof earlier !== 'string') return spell(new Date(drawDay(context).getTime() + random.integer(0, dayMilliseconds / 1000 - 1) * 1000));
  const start = Date.parse(`${earlier.replace(' ', 'T')}Z`) || Date.parse(earlier);
  const span = Math.max(0, Date.parse(options.asOf) - start);
  return spell(new Date(start + (random.chance(0.33) ? 0 : Math.floor((random.next() ** 2 * span) / 1000) * 1000)));
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
