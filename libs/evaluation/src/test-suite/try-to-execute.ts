import type { Database } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';

/** Runs a statement that may be one that the schema's checks, types and keys do not allow; then it changes nothing. */
export async function tryToExecute(database: Database, sql: string): Promise<void> {
  try {
    await database.execute(sql);
  } catch (error) {
    if (!SqlwrightError.is(error) || error.code !== 'database.query-failed') throw error;
  }
}
