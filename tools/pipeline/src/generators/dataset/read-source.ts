import { readFile } from 'node:fs/promises';
import { openPostgres, type Database, type ValueDomains } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { parseDdl, type DatabaseSchema } from '@sqlwright/schema';

export interface SourceOptions {
  readonly url?: string;
  readonly ddl?: string;
  /** Whether values are copied: only where this is true. An explicit false forbids it to the later stages too. */
  readonly values?: boolean;
}

/** What is known of the database for which a dataset is made. */
export interface Source {
  readonly schema: DatabaseSchema;
  /** Values of columns with few different ones; empty unless they were asked for. */
  readonly values: ValueDomains;
  /** Whether later stages and the service may read values. */
  readonly mayReadValues: boolean;
  readonly kind: 'database' | 'ddl';
}

/**
 * Reads the schema from the one source that is named.
 * @throws SqlwrightError usage.invalid, ddl.syntax, ddl.unsupported, ddl.invalid, database.unavailable
 */
export async function readSource({ url, ddl, values }: SourceOptions): Promise<Source> {
  const mayReadValues = values !== false;
  if (url !== undefined && ddl === undefined) return { ...(await readDatabase(url, values === true)), mayReadValues, kind: 'database' };
  if (ddl !== undefined && url === undefined && values !== true) return { schema: await parseDdl(await readDdl(ddl)), values: {}, mayReadValues, kind: 'ddl' };
  const problem = ddl !== undefined && values === true ? 'A DDL file holds no values.' : 'The schema must come from one source.';
  throw new SqlwrightError('usage.invalid', problem, { hint: 'Give either --url postgres://user@host:5432/database (with --values or --no-values if you like) or --ddl FILE.' });
}

async function readDatabase(url: string, values: boolean): Promise<Pick<Source, 'schema' | 'values'>> {
  const database = await openPostgres(url);
  try {
    const schema = await introspectTables(database);
    return { schema, values: values ? await database.readDomains(schema) : {} };
  } finally {
    await database.close();
  }
}

async function introspectTables(database: Database): Promise<DatabaseSchema> {
  const schema = await database.introspect();
  if (schema.tables.length > 0) return schema;
  throw new SqlwrightError('ddl.invalid', 'The database has no tables that this user may see.', { hint: 'Check the database in the URL and the rights of its user.' });
}

async function readDdl(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new SqlwrightError('usage.invalid', `The DDL file ${file} cannot be read.`, { cause, hint: 'The path is taken from the folder in which you run the command.' });
  }
}
