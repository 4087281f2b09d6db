import type { DatabaseSchema } from '@sqlwright/schema';

/** A value of a result. Dates, timestamps, numerics and 64-bit integers come as the text that PostgreSQL prints. */
export type Value = string | number | boolean | null;

/** The rows of a statement, in order, each with one value a column. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** There were more rows, or more bytes of them, than asked for. */
  readonly truncated: boolean;
}

export interface ReadLimits {
  readonly maxRows: number;
  /** Longest run, in seconds. */
  readonly seconds: number;
  /** Most bytes of all values together; 16 MiB by default. */
  readonly maxBytes?: number;
  /** What the planner may expect the statement to cost, in its units; without it nothing is planned beforehand. */
  readonly maxCost?: number;
  readonly signal?: AbortSignal;
}

/** The values that columns of few different values hold, by `table.column`, the most frequent first. */
export type ValueDomains = Readonly<Record<string, readonly string[]>>;

/** A database that questions are asked of. Both implementations behave alike; one test body checks them. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs one statement in a READ ONLY transaction with time and row limits and always rolls back.
   * @throws SqlwrightError database.query-failed, database.timeout, database.too-costly, database.unavailable, run.cancelled
   */
  read(sql: string, limits: ReadLimits): Promise<QueryResult>;
  /** Reads tables, views, keys, checks, enums and comments from the catalogs. */
  introspect(): Promise<DatabaseSchema>;
  /** Reads the values of text and enum columns with at most `maxValues` different ones. */
  readDomains(schema: DatabaseSchema, maxValues?: number): Promise<ValueDomains>;
  /** Runs statements that set a database up. Never given text that a model wrote. */
  execute(sql: string): Promise<void>;
  close(): Promise<void>;
}
