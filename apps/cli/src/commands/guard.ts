import { readFile, rename, writeFile } from 'node:fs/promises';
import { SqlwrightError } from '@sqlwright/errors';
import { parseDdl, type DatabaseSchema } from '@sqlwright/schema';
import { guardSql } from '@sqlwright/sql-guard';
import { readDatasetSchema } from '../dataset-schema.ts';
import { openWorkspace } from '../workspace.ts';

export interface GuardCommandOptions {
  readonly in: string;
  readonly out: string;
  readonly dataset?: string;
  readonly ddl?: string;
  readonly deny?: readonly string[];
}

interface Rules {
  readonly schema: DatabaseSchema | undefined;
  readonly denied: readonly string[];
}

/** Judges each line {"id","sql"} of a file and writes {"id","allowed","code","reason"}; no database is opened. */
export async function guard(options: GuardCommandOptions): Promise<void> {
  const rules = await readRules(options);
  if (rules.schema === undefined) process.stderr.write('No --dataset and no --ddl: any table may be read that is not the server’s own and does not sound like a secret.\n');
  const lines = (await readFile(options.in, 'utf8').catch(unreadable(options.in))).split('\n');
  const verdicts: string[] = [];
  let allowed = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const { id, sql } = parseLine(line, `${options.in}, line ${index + 1}`);
    const verdict = typeof sql === 'string' ? await guardSql(sql, rules.schema, rules) : noStatement;
    if (verdict.allowed) allowed += 1;
    verdicts.push(JSON.stringify(verdict.allowed ? { id, allowed: true, code: null, reason: null } : { id, allowed: false, code: verdict.code, reason: verdict.reason }));
  }
  const draft = `${options.out}.draft-${process.pid}`;
  await writeFile(draft, verdicts.map((line) => `${line}\n`).join(''));
  await rename(draft, options.out);
  process.stderr.write(`${allowed} of ${verdicts.length} statements are allowed; the verdicts are in ${options.out}.\n`);
}

/** What `predict` writes where the model does not know. */
const noStatement = { allowed: false, code: 'not-sql', reason: 'There is no statement.' } as const;

async function readRules({ dataset, ddl, deny = [] }: GuardCommandOptions): Promise<Rules> {
  if (ddl !== undefined) return { schema: await parseDdl(await readFile(ddl, 'utf8').catch(unreadable(ddl))), denied: deny };
  if (dataset === undefined) return { schema: undefined, denied: deny };
  const workspace = await openWorkspace(dataset);
  return { schema: await readDatasetSchema(workspace), denied: [...workspace.config.answer.denied, ...deny] };
}

function parseLine(line: string, place: string): { id: unknown; sql: unknown } {
  const value = tryParse(line);
  if (typeof value === 'object' && value !== null && 'id' in value && 'sql' in value) return value;
  throw new SqlwrightError('questions.invalid', `${place} is not a JSON object with "id" and "sql".`, { hint: 'Each line is one object, such as {"id": 1, "sql": "SELECT 1"}.' });
}

function tryParse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function unreadable(file: string): (cause: unknown) => never {
  return (cause) => {
    throw new SqlwrightError('usage.invalid', `The file ${file} cannot be read.`, { cause, hint: 'Check the name.' });
  };
}
