import { readFile } from 'node:fs/promises';
import { normalizeQuestion } from '@sqlwright/sql-qa';
import type { FeedbackEntry } from './feedback-entry.ts';

/** The statements that people confirmed, by question; the newest word on a question counts. */
export interface ConfirmedStatements {
  /** However the question is capitalized; undefined where none was confirmed, or it was called wrong since. */
  sqlOf(question: string): string | undefined;
  keep(entry: Pick<FeedbackEntry, 'question' | 'sql'>): void;
}

/** Reads the confirmed statements of a feedback file, also while a service writes to it. A file that is not there holds none. */
export async function readConfirmed(file: string): Promise<ConfirmedStatements> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return confirmedIn(text);
}

/** @param text JSON lines; what comes after the last end of a line was never acknowledged, and does not count */
export function confirmedIn(text: string): ConfirmedStatements {
  const statements = new Map<string, string>();
  const keep: ConfirmedStatements['keep'] = ({ question, sql }) => {
    const name = normalizeQuestion(question);
    if (sql === null) statements.delete(name);
    else statements.set(name, sql);
  };
  for (const line of text.split('\n').slice(0, -1)) keep(JSON.parse(line) as FeedbackEntry);
  return { keep, sqlOf: (question) => statements.get(normalizeQuestion(question)) };
}
