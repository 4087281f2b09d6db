import { appendFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Progress } from '@sqlwright/artifacts';
import type { QuestionRecord } from '@sqlwright/evaluation';

/** Every answer with its judgement as it comes, so that a run that breaks off loses nothing. */
export interface RecordLog {
  readonly file: string;
  onRecord(candidate: string, record: QuestionRecord): Promise<void>;
  /** Says where the results so far are, if there are any. */
  note(progress: Progress): void;
}

/** Begins the file anew. */
export async function openRecordLog(file: string): Promise<RecordLog> {
  await mkdir(path.dirname(file), { recursive: true });
  await rm(file, { force: true });
  let kept = 0;
  return {
    file,
    async onRecord(candidate, record) {
      await appendFile(file, `${JSON.stringify({ candidate, ...record })}\n`);
      kept += 1;
    },
    note: (progress) => {
      if (kept > 0) progress.note(`${kept} results so far are in ${file}.`);
    },
  };
}
