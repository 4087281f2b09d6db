import type { LanguageModel } from '@sqlwright/language-model';
import type { DatabaseSchema } from '@sqlwright/schema';
import { deniesColumn, deniesTable } from '@sqlwright/sql-guard';
import type { AnswererOptions } from '@sqlwright/sql-qa';
import { createTeacher } from './create-teacher.ts';
import type { Workspace } from './workspace.ts';

/** The parts of an answerer that the configuration and the schema of the database decide. */
export type AnswerSettings = Pick<AnswererOptions, 'schema' | 'refusal' | 'limits' | 'repairs' | 'votes' | 'locale'> & { readonly denied: readonly string[] };

/**
 * What a dataset's configuration says of its answers. Columns that a live database has and the model was not told of are denied: else `*` would show them.
 * @param held all that the database holds
 */
export function answerSettings({ config: { answer } }: Pick<Workspace, 'config'>, schema: DatabaseSchema, held: DatabaseSchema): AnswerSettings {
  const limits = { maxRows: answer.maxRows, seconds: answer.statementSeconds, maxBytes: answer.maxBytes, maxCost: answer.maxCost };
  return { schema, denied: [...answer.denied, ...untoldColumns(schema, held)], refusal: answer.refusal, limits, repairs: answer.repairs, votes: answer.votes, locale: answer.locale };
}

function untoldColumns(schema: DatabaseSchema, held: DatabaseSchema): string[] {
  return held.tables.flatMap(({ name, columns }) => {
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
