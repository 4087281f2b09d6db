import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '@sqlwright/database';
import type { LanguageModel } from '@sqlwright/language-model';
import type { DatabaseSchema } from '@sqlwright/schema';
import { deniesColumn, deniesTable } from '@sqlwright/sql-guard';
import { normalizeQuestion, type AnswererOptions } from '@sqlwright/sql-qa';
import { createTeacher } from './create-teacher.ts';
import type { Workspace } from './workspace.ts';

/** The parts of an answerer that the configuration and the database decide. */
export type AnswerSettings = Pick<AnswererOptions, 'schema' | 'refusal' | 'limits' | 'repairs' | 'locale'> & { readonly denied: readonly string[] };

/**
 * What a dataset's configuration says of its answers. Columns that a live database has and the model was not told of are denied: else `*` would show them.
 * @throws SqlwrightError database.*
 */
export async function answerSettings({ config: { answer } }: Workspace, schema: DatabaseSchema, database: Database): Promise<AnswerSettings> {
  const extra = database.kind === 'postgres' ? untoldColumns(schema, await database.introspect()) : [];
  const limits = { maxRows: answer.maxRows, seconds: answer.statementSeconds, maxBytes: answer.maxBytes, maxCost: answer.maxCost };
  return { schema, denied: [...answer.denied, ...extra], refusal: answer.refusal, limits, repairs: answer.repairs, locale: answer.locale };
}

function untoldColumns(schema: DatabaseSchema, live: DatabaseSchema): string[] {
  return live.tables.flatMap(({ name, columns }) => {
    const told = schema.tables.find((table) => table.name === name);
    const isTold = (column: string): boolean => told?.columns.some((known) => known.name === column) === true;
    return told === undefined ? [] : columns.filter((column) => !isTold(column.name)).map((column) => `${name}.${column.name}`);
  });
}

/** The schema without what is denied: what may be shown, granted, and read for its values. */
export function withoutDenied(schema: DatabaseSchema, denied: readonly string[]): DatabaseSchema {
  const readable = schema.tables.filter(({ name }) => !deniesTable(denied, name));
  const tables = readable.map((table) => ({ ...table, columns: table.columns.filter(({ name }) => !deniesColumn(denied, table.name, name)) }));
  return { ...schema, tables: tables.filter(({ columns }) => columns.length > 0) };
}

/** The model that writes sentences, if the dataset names one. @throws SqlwrightError provider.refused-key, model.invalid */
export async function openWriter({ config: { answer }, datasetFolder }: Workspace): Promise<LanguageModel | undefined> {
  return answer.writer === undefined ? undefined : createTeacher(answer.writer, datasetFolder, process.env);
}

/** The statements that people confirmed while the dataset was served, by normalized question; the newest word on a question counts. */
export async function readConfirmed({ datasetFolder }: Workspace): Promise<ReadonlyMap<string, string>> {
  const file = path.join(datasetFolder, 'feedback', 'feedback.jsonl');
  const confirmed = new Map<string, string>();
  if (!existsSync(file)) return confirmed;
  for (const line of (await readFile(file, 'utf8')).split('\n').slice(0, -1)) {
    const { question, sql } = JSON.parse(line) as { question: string; sql: string | null };
    if (sql === null) confirmed.delete(normalizeQuestion(question));
    else confirmed.set(normalizeQuestion(question), sql);
  }
  return confirmed;
}
