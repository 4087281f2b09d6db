import { readFile } from 'node:fs/promises';
import { SqlwrightError } from '@sqlwright/errors';
import type { DatabaseSchema } from '@sqlwright/schema';
import { guardSql } from '@sqlwright/sql-guard';
import { z } from 'zod';
import type { TeacherSample } from './sample.ts';

/** What a person said of an answer, as the service keeps it; the newest line of an `id` counts. */
const lineSchema = z.looseObject({
  id: z.string(),
  verdict: z.enum(['right', 'wrong', 'corrected']),
  question: z.string(),
  sql: z.string().nullable(),
});

type Line = z.infer<typeof lineSchema>;

export interface FeedbackOptions {
  readonly schema: DatabaseSchema;
  /** The reply to a question that the database cannot answer. */
  readonly abstention: string;
}

/**
 * Reads confirmed and corrected answers as samples, the newest first, so that of two answers to one question the later counts.
 * A file that is not there holds none.
 * @throws SqlwrightError artifact.invalid for a line that cannot be read; a last line without its end is one that was never acknowledged
 */
export async function readFeedback(file: string, { schema, abstention }: FeedbackOptions): Promise<Omit<TeacherSample, 'id'>[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').slice(0, -1).map((line, index) => parseLine(line, `${file}:${index + 1}`));
  const newest = [...new Map(lines.map((line) => [line.id, line])).values()].reverse();
  const known = newest.filter(({ verdict }) => verdict !== 'wrong');
  return Promise.all(known.map(async ({ question, sql }) => ({ topic: 'feedback', questions: [question], tables: await tablesOf(sql, schema), sql: sql ?? abstention })));
}

function parseLine(line: string, place: string): Line {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new SqlwrightError('artifact.invalid', `${place} is no line of feedback.`, { cause, hint: 'Remove the line, or restore the file.' });
  }
}

async function tablesOf(sql: string | null, schema: DatabaseSchema): Promise<readonly string[]> {
  const verdict = sql === null ? undefined : await guardSql(sql, schema);
  return verdict?.allowed === true ? verdict.relations : [];
}
