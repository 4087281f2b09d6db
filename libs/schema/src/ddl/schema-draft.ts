import type { DatabaseSchema, Table } from '../schema.ts';

/** A schema while its DDL is read, statement by statement. */
export interface SchemaDraft {
  enums: DatabaseSchema['enums'];
  tables: Table[];
}

export function emptyDraft(): SchemaDraft {
  return { enums: [], tables: [] };
}

/** Names outside `public` keep their namespace. */
export function modelName(relation: { schemaname?: string | undefined; relname?: string | undefined }): string {
  const { schemaname, relname = '' } = relation;
  return schemaname === undefined || schemaname === 'public' ? relname : `${schemaname}.${relname}`;
}

export function findTable(draft: SchemaDraft, name: string): Table | undefined {
  return draft.tables.find((table) => table.name === name);
}
