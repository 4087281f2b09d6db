import type { Database, ValueDomains } from '@sqlwright/database';
import { schemaDomains, type DatabaseSchema } from '@sqlwright/schema';
import type { Workspace } from './workspace.ts';

/** The values that columns of few different ones hold; only those that the schema lists where the dataset's `schema.readValues` is false. */
export async function readDomains({ config }: Pick<Workspace, 'config'>, database: Database, schema: DatabaseSchema): Promise<ValueDomains> {
  return config.schema.readValues ? database.readDomains(schema) : schemaDomains(schema);
}
