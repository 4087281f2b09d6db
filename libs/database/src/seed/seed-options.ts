/** How a database is filled; the dataset's configuration holds the same shape with its defaults. */
export interface SeedOptions {
  readonly randomSeed: number;
  /** The last day of the data, ISO 8601. */
  readonly asOf: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly defaultRows: number;
  readonly childrenPerParent: Readonly<Record<string, readonly number[]>>;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly combinations: readonly { readonly table: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }[];
  readonly nullFraction: number;
}

export type Cell = string | number | boolean | null;
export type SeedRow = Record<string, Cell>;
