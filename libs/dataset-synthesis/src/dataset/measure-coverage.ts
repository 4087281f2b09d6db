import type { DatabaseSchema, Table } from '@sqlwright/schema';
import type { VerifiedSample } from '../sample.ts';
import { levels } from '../sql/statement-level.ts';
import { operatorNames, statementUse } from './statement-use.ts';

/** One square of the plan: what it is, how many samples fill it, and why it may be empty. */
export interface CoverageCell {
  readonly kind: 'table' | 'level' | 'column' | 'foreign key' | 'operator' | 'function';
  readonly name: string;
  readonly samples: number;
  /** Why nothing fills it, where that is right. */
  readonly exception?: string;
}

export interface Coverage {
  readonly cells: readonly CoverageCell[];
  readonly filled: number;
  /** Empty with a reason. */
  readonly excepted: number;
  readonly empty: number;
}

const functionNames = ['COUNT', 'SUM', 'AVG', 'MIN', 'MAX', 'EXTRACT', 'AGE', 'DATE_TRUNC', 'ROUND', 'PERCENTILE_CONT', 'RANK', 'LAG'];

/** Lays the verified samples over a plan made from the schema: tables, tables × levels, columns × uses, foreign keys, operators, functions. */
export async function measureCoverage(samples: readonly VerifiedSample[], schema: DatabaseSchema): Promise<Coverage> {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { sql, tables, level } of samples) {
    if (sql === null) continue;
    const use = await statementUse(sql, schema);
    for (const table of tables) [`table ${table}`, `level ${table} ${level}`].forEach(count);
    for (const key of use.columns) count(`column ${key}`);
    for (const key of keysOf(schema)) if (tables.includes(key.table) && (tables.includes(key.parent) || isUsed(key, use.columns))) count(`foreign key ${key.name}`);
    for (const name of use.operators) count(`operator ${name}`);
    for (const name of use.functions) count(`function ${name}`);
  }
  const cells = planOf(schema).map(({ kind, name, exception }): CoverageCell => {
    const filling = counts.get(`${kind} ${name}`) ?? 0;
    return { kind, name, samples: filling, ...(filling === 0 && exception !== undefined ? { exception } : {}) };
  });
  const filled = cells.filter((cell) => cell.samples > 0).length;
  const excepted = cells.filter(({ exception }) => exception !== undefined).length;
  return { cells, filled, excepted, empty: cells.length - filled - excepted };
}

interface Planned {
  readonly kind: CoverageCell['kind'];
  readonly name: string;
  readonly exception?: string | undefined;
}

function planOf(schema: DatabaseSchema): Planned[] {
  const has = (pattern: RegExp): boolean => schema.tables.some((table) => table.columns.some(({ name, type }) => pattern.test(type) && !isKeyOf(table, name)));
  const [dated, texted, counted] = [has(/^(date|timestamp)/), has(/^(text|varchar|char|citext)/), has(/^(numeric|decimal|real|double|smallint|integer|bigint)/)];
  const without = (holds: boolean, what: string): string | undefined => (holds ? undefined : `no column holds ${what}`);
  const isDated = /^(CURRENT_DATE|INTERVAL|DATE|EXTRACT|AGE|DATE_TRUNC|LAG)$/;
  return [
    ...schema.tables.flatMap((table): Planned[] => [{ kind: 'table', name: table.name }, ...levels.map((level): Planned => ({ kind: 'level', name: `${table.name} ${level}`, exception: levelException(table) }))]),
    ...schema.tables.flatMap((table) => table.columns.flatMap((column) => usesOf(table, column.name, column.type).map(([use, exception]): Planned => ({ kind: 'column', name: `${table.name}.${column.name} ${use}`, exception })))),
    ...keysOf(schema).map(({ name }): Planned => ({ kind: 'foreign key', name })),
    ...operatorNames.map((name): Planned => ({ kind: 'operator', name, exception: isDated.test(name) ? without(dated, 'a date') : name === 'ILIKE' ? without(texted, 'text') : name === 'UNION' && !holdTheSame(schema) ? 'no two tables hold the same' : /JOIN|subquery|EXISTS/.test(name) && keysOf(schema).length === 0 ? 'no table refers to another' : undefined })),
    ...functionNames.map((name): Planned => ({ kind: 'function', name, exception: isDated.test(name) ? without(dated, 'a date') : /^(SUM|AVG|PERCENTILE_CONT|RANK)$/.test(name) ? without(counted, 'a figure') : undefined })),
  ];
}

/** Whether two tables have a column of text of the same name. */
function holdTheSame({ tables }: DatabaseSchema): boolean {
  const names = tables.filter(({ kind }) => kind === 'table').flatMap((table) => table.columns.filter(({ name, type }) => /^(text|varchar|char|citext)/.test(type) && !isKeyOf(table, name)).map(({ name }) => name));
  return new Set(names).size < names.length;
}

/** A table that only joins two others is never asked for alone. */
function levelException(table: Table): string | undefined {
  const joining = table.foreignKeys.length === 2 && table.columns.length <= 3;
  return joining ? 'it only joins two tables' : table.kind === 'view' ? 'a view, asked of less' : undefined;
}

type Use = readonly [use: string, exception: string | undefined];

function usesOf(table: Table, column: string, type: string): Use[] {
  if (isKeyOf(table, column)) return [];
  const exception = table.kind === 'view' ? 'a view, asked of less' : /^(json|jsonb|bytea|xml|uuid|inet|cidr|point|tsvector|money)|\[\]$/.test(type) ? `type ${type}` : /(note|comment|description|remark|password|hash|token|url|path|image)/i.test(column) ? 'free text or a technical value' : undefined;
  if (/^(numeric|decimal|real|double|smallint|integer|bigint)/.test(type)) return [['shown', exception], ['condition', exception], ['aggregated', exception ?? (/year/i.test(column) ? 'a year' : undefined)]];
  if (/^(date|timestamp)/.test(type)) return [['shown', exception], ['condition', exception], ['aggregated', exception]];
  return [['shown', exception ?? (type === 'boolean' ? 'a flag' : undefined)], ['condition', exception]];
}

function isKeyOf(table: Table, column: string): boolean {
  return table.primaryKey.includes(column) || table.foreignKeys.some(({ columns }) => columns.includes(column));
}

interface Key {
  readonly table: string;
  readonly columns: readonly string[];
  readonly parent: string;
  /** Such as `loan.member_id → member`. */
  readonly name: string;
}

function keysOf(schema: DatabaseSchema): Key[] {
  return schema.tables.flatMap((table) => table.foreignKeys.map(({ columns, referencedTable }) => ({ table: table.name, columns, parent: referencedTable, name: `${table.name}.${columns.join(' + ')} → ${referencedTable}` })));
}

function isUsed({ table, columns }: Key, used: ReadonlySet<string>): boolean {
  return columns.every((column) => [...used].some((each) => each.startsWith(`${table}.${column} `)));
}
