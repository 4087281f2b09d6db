import { renderTableDefinitions, type DatabaseSchema } from '@sqlwright/schema';
import type { PromptContract } from './prompt-contract.ts';

/** Renders the part of a prompt that shows the schema: nothing, `table(column, …)` lines, or DDL. */
export function renderSchemaView(schema: DatabaseSchema, view: PromptContract['schemaView']): string {
  switch (view) {
    case 'none':
      return '';
    case 'compact':
      return schema.tables.map((table) => `${table.name}(${table.columns.map((column) => column.name).join(', ')})`).join('\n');
    case 'ddl':
      return renderTableDefinitions(schema);
  }
}
