import { openPostgres, renderReaderRole } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { withoutDenied } from '../answer-settings.ts';
import { readDatasetSchema } from '../dataset-schema.ts';
import { databaseUrlOf, openWorkspace } from '../workspace.ts';

export interface RoleOptions {
  readonly dataset: string;
  readonly name: string;
  readonly apply?: boolean;
  readonly databaseUrl?: string;
}

/** Prints the SQL that makes the role which answers, or runs it. What the dataset denies is not granted. */
export async function role(options: RoleOptions): Promise<void> {
  const workspace = await openWorkspace(options.dataset);
  const { denied, statementSeconds } = workspace.config.answer;
  const schema = withoutDenied(await readDatasetSchema(workspace), denied);
  const sql = renderReaderRole({ name: options.name, schema, seconds: statementSeconds });
  if (options.apply !== true) return void process.stdout.write(`${sql}-- Give it a password (\\password ${options.name}), and let it be the user of the URL that questions are asked at.\n-- What every role of this database may do, this one may too; where nothing needs it:\n-- REVOKE TEMPORARY ON DATABASE … FROM PUBLIC; REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;\n`);
  const url = options.databaseUrl ?? databaseUrlOf(workspace);
  if (url === undefined) throw new SqlwrightError('usage.invalid', '--apply needs a database.', { hint: 'Add --database-url postgres://admin@host/database, or leave out --apply to see the SQL.' });
  const database = await openPostgres(url);
  try {
    await database.execute(sql);
  } finally {
    await database.close();
  }
  process.stdout.write(`The role ${options.name} may read ${schema.tables.length} tables of this database and nothing else. Give it a password, and ask with its URL.\n`);
}
