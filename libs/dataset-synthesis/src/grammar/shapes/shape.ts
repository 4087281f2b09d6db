import { isJunction } from '../conditions/junctions.ts';
import type { Draw } from '../draw.ts';
import type { ColumnEntry, Lexicon, TableEntry } from '../lexicon/lexicon-types.ts';
import type { Speaker } from '../style/speaker.ts';

/** How a speaker may ask for one result. At least one of the parts has words; the frames around them are the same for all. */
export interface Ask {
  /** The result as a noun phrase: `the number of members`. */
  readonly what?: readonly string[];
  /** Whole questions with their question mark: `How many members are there?` */
  readonly question?: readonly string[];
  /** After "could you tell me": `how many members there are`. */
  readonly clause?: readonly string[];
  /** As typed into a search box: `members count`. */
  readonly short?: readonly string[];
  /** The result is several things or figures, so one asks to be shown them. */
  readonly isList: boolean;
  /** The result is one person. */
  readonly isPerson?: boolean;
}

/** A statement and how to ask for it. */
export interface Draft {
  readonly sql: string;
  readonly tables: readonly TableEntry[];
  readonly ask: (speaker: Speaker) => Ask;
}

/** One square of the plan of what to cover: a shape of SQL on a table and its columns. */
export interface Cell {
  readonly name: string;
  /** How often it is drawn, against the other cells of its shape; 1 if not given. */
  readonly weight?: number;
  /** A sample of the cell; none where chance drew something that does not fit. */
  readonly write: (draw: Draw) => Draft | undefined;
}

/** A kind of statement. */
export interface Shape {
  readonly name: string;
  /** The topic that its samples are filed under. */
  readonly topic: string;
  /** How often it is drawn, against the others. */
  readonly weight: number;
  readonly cells: (lexicon: Lexicon) => readonly Cell[];
}

/** Tables and views that people ask about. */
export function askedTables({ tables }: Lexicon): TableEntry[] {
  return tables.filter(({ kind }) => kind !== 'link');
}

export function columnsOf(table: TableEntry, ...roles: readonly ColumnEntry['role'][]): ColumnEntry[] {
  return table.columns.filter(({ role }) => roles.includes(role));
}

/** People ask of things, and less of what only joins them. */
export function askedOften(lexicon: Lexicon, table: TableEntry): number {
  return table.salience * (isJunction(lexicon, table) ? 0.4 : 1);
}

/** A cell for each column of the given roles. */
export function columnCells(lexicon: Lexicon, roles: readonly ColumnEntry['role'][], write: (draw: Draw, table: TableEntry, column: ColumnEntry) => Draft | undefined): Cell[] {
  return askedTables(lexicon).flatMap((table) => columnsOf(table, ...roles).map((column) => ({ name: `${table.name}.${column.name}`, weight: column.salience * askedOften(lexicon, table), write: (draw: Draw) => write(draw, table, column) })));
}

export const measured: readonly ColumnEntry['role'][] = ['amount', 'quantity', 'measure'];
export const grouped: readonly ColumnEntry['role'][] = ['category', 'city', 'state', 'country', 'year'];
