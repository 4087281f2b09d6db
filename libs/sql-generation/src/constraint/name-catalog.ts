import type { DatabaseSchema } from '@sqlwright/schema';

/** The names of columns; undefined where they are not known, so that any may be there. */
export type Columns = ReadonlySet<string> | undefined;

/** The names of a schema, as statements write them. */
export interface NameCatalog {
  /** By name: `customer`, `billing.invoice`. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  /** `public`, and the first part of longer names. */
  readonly schemas: ReadonlySet<string>;
  readonly enums: ReadonlySet<string>;
}

export function createNameCatalog({ tables, enums }: DatabaseSchema): NameCatalog {
  const longer = tables.flatMap(({ name }) => (name.includes('.') ? [name.slice(0, name.indexOf('.'))] : []));
  return {
    tables: new Map(tables.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))])),
    schemas: new Set(['public', ...longer]),
    enums: new Set(enums.map(({ name }) => name)),
  };
}

/** The tables that have all of these columns. */
export function tablesWith({ tables }: NameCatalog, columns: readonly string[]): string[] {
  return [...tables].flatMap(([name, own]) => (columns.every((column) => own.has(column)) ? [name] : []));
}

/** `invoice` of `billing.invoice`. */
export function unqualified(table: string): string {
  return table.slice(table.lastIndexOf('.') + 1);
}
