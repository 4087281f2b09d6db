import type { Column, DatabaseSchema, Table } from '@sqlwright/schema';

const mostNamed = 8;

/** How a person would say a name of the schema: `sales.order_item` is "order item". */
export function inWords(name: string): string {
  return (name.split('.').at(-1) ?? name).replaceAll('_', ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** A list for a sentence, cut where it gets too long to read. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ');
}

/** The tables that others refer to most, then those with most columns: what people ask about first. */
export function byImportance(schema: DatabaseSchema): Table[] {
  const references = (table: Table): number => schema.tables.flatMap(({ foreignKeys }) => foreignKeys).filter(({ referencedTable }) => referencedTable === table.name).length;
  return [...schema.tables].sort((a, b) => references(b) - references(a) || b.columns.length - a.columns.length);
}

/** `table.column` in words, of the columns that a condition fits. */
export function columnsInWords(schema: DatabaseSchema, fits: (column: Column, table: Table) => boolean): string[] {
  return schema.tables.flatMap((table) => table.columns.filter((column) => fits(column, table)).map(({ name }) => `${inWords(name)} of ${inWords(table.name)}`));
}

export function isDate(column: Column): boolean {
  return /^(date|timestamp)/.test(column.type);
}

export function isFigure(column: Column, table: Table): boolean {
  const keys = new Set([...table.primaryKey, ...table.foreignKeys.flatMap(({ columns }) => columns)]);
  return /^(smallint|integer|bigint|numeric|real|double|money|int)/.test(column.type) && !keys.has(column.name);
}

export function isText(column: Column): boolean {
  return /^(varchar|char|text|citext)/.test(column.type);
}

/** Pairs of tables that a foreign key joins. */
export function relations(schema: DatabaseSchema): string[] {
  return [...new Set(schema.tables.flatMap((table) => table.foreignKeys.map((key) => `${inWords(table.name)} with ${inWords(key.referencedTable)}`)))];
}
