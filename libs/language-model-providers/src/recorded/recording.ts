import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SqlwrightError } from '@sqlwright/errors';

export const recordingFile = 'recording.json';
export const promptSuffix = '.prompt.txt';
export const replySuffix = '.reply.jsonl';

/** `recording.json`: who wrote the answers of a folder and when, and which reply belongs to which prompt. */
export interface Recording {
  readonly formatVersion: 1;
  /** Who wrote the replies. */
  readonly model: string;
  /** ISO 8601. */
  readonly date: string;
  readonly answers: readonly RecordedAnswer[];
}

export interface RecordedAnswer {
  /** sha256 of the prompt's text. */
  readonly prompt: string;
  readonly promptFile: string;
  readonly replyFile: string;
  /** sha256 of the reply's text. */
  readonly reply: string;
}

/** sha256 of a text, in hexadecimal. */
export function digestText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** @throws SqlwrightError recording.missing where the folder holds none that can be read */
export async function readRecording(folder: string): Promise<Recording> {
  const file = path.join(folder, recordingFile);
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (isRecording(value)) return value;
  } catch (cause) {
    throw noRecording(file, cause);
  }
  throw noRecording(file, undefined);
}

function isRecording(value: unknown): value is Recording {
  return typeof value === 'object' && value !== null && 'formatVersion' in value && value.formatVersion === 1 && 'answers' in value && Array.isArray(value.answers);
}

function noRecording(file: string, cause: unknown): SqlwrightError {
  return new SqlwrightError('recording.missing', `${file} is missing or cannot be read.`, {
    cause,
    hint: 'Write the index of the recorded answers with: sqlwright record',
  });
}
