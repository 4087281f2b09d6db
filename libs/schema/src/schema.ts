import { z } from 'zod';

/** A column. `type` is a PostgreSQL type in its short spelling (`varchar(50)`, `timestamp`, `text[]`). */
export const columnSchema = z.strictObject({
  name: z.string().min(1),
  type: z.string().min(1),
  nullable: z.boolean().default(true),
  default: z.string().optional(),
  comment: z.string().optional(),
});

export const foreignKeySchema = z.strictObject({
  columns: z.array(z.string()).min(1),
  referencedTable: z.string(),
  referencedColumns: z.array(z.string()).min(1),
});

/** A table or view. Names outside the schema `public` are written `schema.name`. */
export const tableSchema = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['table', 'view']).default('table'),
  columns: z.array(columnSchema).min(1),
  primaryKey: z.array(z.string()).default([]),
  uniqueKeys: z.array(z.array(z.string()).min(1)).default([]),
  foreignKeys: z.array(foreignKeySchema).default([]),
  /** Boolean expressions, as PostgreSQL prints them, without the word CHECK. */
  checks: z.array(z.string()).default([]),
  comment: z.string().optional(),
  /** The SELECT of a view. */
  definition: z.string().optional(),
});

export const enumSchema = z.strictObject({
  name: z.string().min(1),
  values: z.array(z.string()).min(1),
});

/** A database schema as plain data: what every stage after `schema` knows of the database. */
export const databaseSchemaSchema = z.strictObject({
  enums: z.array(enumSchema).default([]),
  tables: z.array(tableSchema),
});

export type Column = z.infer<typeof columnSchema>;
export type ForeignKey = z.infer<typeof foreignKeySchema>;
export type Table = z.infer<typeof tableSchema>;
export type EnumType = z.infer<typeof enumSchema>;
export type DatabaseSchema = z.infer<typeof databaseSchemaSchema>;
