import { readFile } from 'node:fs/promises';
import { parseWith, SqlwrightError } from '@sqlwright/errors';

interface LineFormat<T> {
  readonly schema: Parameters<typeof parseWith<T>>[0];
  /** Every key of a line, for the suggestion next to an unknown one. */
  readonly keys: readonly string[];
  /** What a line looks like. */
  readonly hint: string;
}

/**
 * Reads a file with one JSON object a line; empty lines count as lines but hold nothing.
 * @throws SqlwrightError questions.invalid with file and line number: not there, not JSON, of another shape, an `id` twice, no line at all
 */
export async function readJsonLines<T extends { readonly id: string | number }>(file: string, format: LineFormat<T>): Promise<T[]> {
  const lines = (await readText(file, format.hint)).replace(/^\uFEFF/, '').split(/\r?\n/);
  const firstLine = new Map<string, number>();
  const values = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const place = `${file}, line ${index + 1}`;
    const value = parseWith(format.schema, parseJson(line, place, format.hint), { code: 'questions.invalid', what: place, hint: format.hint, known: format.keys });
    refuseTwice(value.id, index + 1, firstLine, place);
    return [value];
  });
  if (values.length === 0) throw invalid(`${file} holds no question.`, format.hint);
  return values;
}

async function readText(file: string, hint: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw invalid(`The questions file ${file} cannot be read: ${cause instanceof Error ? cause.message : ''}`, hint, cause);
  }
}

function parseJson(line: string, place: string, hint: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw invalid(`${place} is not JSON: ${cause instanceof Error ? cause.message : ''}`, hint, cause);
  }
}

function refuseTwice(id: string | number, line: number, firstLine: Map<string, number>, place: string): void {
  const first = firstLine.get(String(id));
  if (first !== undefined) throw invalid(`${place}: the id "${id}" is already taken by line ${first}.`, 'Give every question an id of its own.');
  firstLine.set(String(id), line);
}

function invalid(message: string, hint: string, cause?: unknown): SqlwrightError {
  return new SqlwrightError('questions.invalid', message, { hint, cause });
}
