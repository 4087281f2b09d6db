import { quoteLiteral, quoteName, quotePart, type DatabaseSchema, type ForeignKey, type Table } from '@sqlwright/schema';
import { keepsOrder } from './check-constraint.ts';
import { drawValue, nullShare } from './column-values.ts';
import { createRandom, type Random } from './random.ts';
import type { Cell, SeedOptions, SeedRow } from './seed-options.ts';

const rowsAStatement = 200;
const attemptsARow = 20;

/**
 * Renders INSERT statements that fill an empty database with made-up rows, parents before children. The rows hold what trips queries up
 * on real data: NULLs, parents without children and with several, ties, names held twice. Equal schema and options give equal text.
 */
export function generateSeed(schema: DatabaseSchema, options: SeedOptions): string {
  const filled = new Map<string, SeedRow[]>();
  for (const table of parentsFirst(schema)) filled.set(table.name, fillTable(schema, table, options, filled));
  return [...filled].map(([name, rows]) => renderInserts(name, rows)).join('');
}

/** Orders tables so that each comes after those it refers to; cycles are cut where they close. */
export function parentsFirst(schema: DatabaseSchema): Table[] {
  const ordered: Table[] = [];
  const visit = (table: Table, path: readonly string[]): void => {
    if (ordered.includes(table) || path.includes(table.name)) return;
    for (const key of table.foreignKeys) {
      const parent = schema.tables.find(({ name }) => name === key.referencedTable);
      if (parent !== undefined) visit(parent, [...path, table.name]);
    }
    ordered.push(table);
  };
  for (const table of schema.tables) if (table.kind === 'table') visit(table, []);
  return ordered;
}

function fillTable(schema: DatabaseSchema, table: Table, options: SeedOptions, filled: Map<string, SeedRow[]>): SeedRow[] {
  const random = createRandom(options.randomSeed, table.name);
  const rows: SeedRow[] = [];
  const taken = new Set<string>();
  for (const parent of drawParents(table, options, filled, random)) {
    const row = drawRow({ schema, table, options, random, filled, number: rows.length + 1, parent, earlier: rows, taken });
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** One entry a row: the row of the main parent (the first foreign key's), or nothing for a table without parent. */
function drawParents(table: Table, options: SeedOptions, filled: Map<string, SeedRow[]>, random: Random): (SeedRow | undefined)[] {
  const main = table.foreignKeys.find((key) => key.referencedTable !== table.name && filled.has(key.referencedTable));
  const fixed = options.rows[table.name];
  if (main === undefined) return Array.from({ length: fixed ?? options.defaultRows }, () => undefined);
  const parents = filled.get(main.referencedTable) ?? [];
  if (fixed !== undefined) return Array.from({ length: fixed }, () => random.pickSkewed(parents));
  const weights = options.childrenPerParent[table.name] ?? [0.15, 0.5, 0.25, 0.1];
  return parents.flatMap((parent) => Array.from({ length: random.weighted(weights) }, () => parent));
}

interface RowContext {
  readonly schema: DatabaseSchema;
  readonly table: Table;
  readonly options: SeedOptions;
  readonly random: Random;
  readonly filled: Map<string, SeedRow[]>;
  readonly number: number;
  readonly parent: SeedRow | undefined;
  readonly earlier: readonly SeedRow[];
  /** Keys already given away, each with its columns. */
  readonly taken: Set<string>;
}

function drawRow(context: RowContext): SeedRow | undefined {
  for (let attempt = 0; attempt < attemptsARow; attempt += 1) {
    const row = drawCells(context);
    if (row === undefined || !keepsOrder(context.table, row)) continue;
    const keys = [context.table.primaryKey, ...context.table.uniqueKeys].filter((key) => key.length > 0).map((key) => JSON.stringify([key, key.map((column) => row[column])]));
    if (keys.some((key) => context.taken.has(key))) continue;
    for (const key of keys) context.taken.add(key);
    return row;
  }
  return undefined;
}

function drawCells(context: RowContext): SeedRow | undefined {
  const { table, options, random, number } = context;
  const keys = drawForeignKeys(context);
  if (keys === undefined) return undefined;
  const row: SeedRow = { ...keys };
  const combination = options.combinations.find((candidate) => candidate.table === table.name);
  const combined = combination === undefined ? [] : random.pickSkewed(combination.rows);
  for (const column of table.columns) {
    const key = table.primaryKey.length === 1 && table.primaryKey[0] === column.name;
    const together = combination?.columns.indexOf(column.name) ?? -1;
    if (column.name in row) continue;
    if (key && /int/.test(column.type)) row[column.name] = number;
    else if (column.nullable && random.chance(nullShare(column, options))) row[column.name] = null;
    else row[column.name] = together >= 0 ? (combined[together] ?? null) : drawValue({ ...context, column, row: { ...context.parent, ...row } });
  }
  return row;
}

/** The cells of all foreign keys; keys that share a column agree on it. Nothing where a parent that must be there cannot agree. */
function drawForeignKeys({ table, random, filled, parent, earlier, options }: RowContext): SeedRow | undefined {
  const main = parent === undefined ? undefined : table.foreignKeys.find(({ referencedTable }) => referencedTable !== table.name && filled.has(referencedTable));
  const ofMain = main === undefined ? {} : keyCells(main, parent, {});
  const cells: SeedRow = {};
  for (const key of table.foreignKeys) {
    const isSelf = key.referencedTable === table.name;
    const known = { ...ofMain, ...cells };
    const all = isSelf ? earlier : (filled.get(key.referencedTable) ?? []);
    const candidates = agreeing(key, all, known);
    const optional = table.columns.some((column) => key.columns.includes(column.name) && column.nullable);
    const missing = candidates.length === 0 || (optional && key !== main && random.chance(isSelf ? 0.3 : options.nullFraction));
    if (key !== main && !optional && candidates.length === 0 && all.length > 0) return undefined;
    Object.assign(cells, key === main ? ofMain : keyCells(key, missing ? undefined : random.pickSkewed(candidates), known));
  }
  return cells;
}

/** The rows that hold, in the columns that another key has filled already, what it filled in. */
function agreeing(key: ForeignKey, rows: readonly SeedRow[], known: SeedRow): readonly SeedRow[] {
  const shared = key.columns.flatMap((column, index) => (column in known ? [{ value: known[column], referenced: key.referencedColumns[index] ?? '' }] : []));
  return shared.length === 0 ? rows : rows.filter((row) => shared.every(({ value, referenced }) => row[referenced] === value));
}

/** A key to a row; without one NULL, save in the columns that are known. */
function keyCells(key: ForeignKey, target: SeedRow | undefined, known: SeedRow): SeedRow {
  return Object.fromEntries(key.columns.map((column, index) => [column, target === undefined ? (known[column] ?? null) : (target[key.referencedColumns[index] ?? ''] ?? null)]));
}

function renderInserts(table: string, rows: readonly SeedRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const statements: string[] = [];
  for (let start = 0; start < rows.length; start += rowsAStatement) {
    const tuples = rows.slice(start, start + rowsAStatement).map((row) => `(${columns.map((column) => renderCell(row[column] ?? null)).join(', ')})`);
    statements.push(`INSERT INTO ${quoteName(table)} (${columns.map(quotePart).join(', ')}) VALUES\n${tuples.join(',\n')};\n`);
  }
  return statements.join('');
}

function renderCell(cell: Cell): string {
  return cell === null ? 'NULL' : typeof cell === 'string' ? quoteLiteral(cell) : String(cell);
}
