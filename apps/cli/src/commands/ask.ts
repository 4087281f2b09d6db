import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { SqlwrightError, toSqlwrightError, type ErrorCode } from '@sqlwright/errors';
import type { Answer, Turn } from '@sqlwright/sql-qa';
import { renderAnswer } from '../render-answer.ts';
import { renderCsv } from '../render-csv.ts';
import { openAnswerer, type AnswerOptions, type OpenAnswerer } from './open-answerer.ts';

export interface AskOptions extends AnswerOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
}

const mostHistory = 500;

/**
 * Answers one question, or without one those that are typed, one after the other; a follow-up question is completed with the one before.
 * Prints SQL, rows and answer, or JSON (a line an answer, with the model that gave it), or the rows as CSV.
 * @throws SqlwrightError guard.refused, database.* where the one question got no answer, after it was printed
 */
export async function ask(question: string | undefined, options: AskOptions, signal: AbortSignal): Promise<void> {
  if (options.json === true && options.csv === true) throw new SqlwrightError('usage.invalid', '--json and --csv cannot go together.', { hint: 'Choose one of them.' });
  if (question !== undefined) return failWith(await showAnswer(question, options, signal));
  const open = await openAnswerer(options, signal, note);
  try {
    await askAll(open, options, signal);
  } finally {
    await open.close();
  }
}

/** Answers one question and prints what became of it. */
export async function showAnswer(question: string, options: AskOptions, signal: AbortSignal): Promise<Answer> {
  const open = await openAnswerer(options, signal, note);
  try {
    const answer = await open.answerer.answer(question, { signal });
    print(answer, options, open);
    return answer;
  } finally {
    await open.close();
  }
}

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Reads questions from the terminal, or from a pipe, until their end or `exit`. */
async function askAll(open: OpenAnswerer, options: AskOptions, signal: AbortSignal): Promise<void> {
  const isTerminal = process.stdin.isTTY === true;
  const file = path.join(open.cacheFolder, 'ask-history');
  const history = isTerminal ? await readHistory(file) : [];
  const terminal = createInterface({ input: process.stdin, output: process.stderr, terminal: isTerminal, history, historySize: mostHistory, removeHistoryDuplicates: true, prompt: '? ' });
  if (isTerminal) process.stderr.write('Ask, and end with Ctrl+D. A follow-up such as "and in Paris?" is understood by the question before it.\n');
  signal.addEventListener('abort', () => terminal.close(), { once: true });
  const asked: string[] = [];
  let previous: Turn | undefined;
  if (isTerminal) terminal.prompt();
  for await (const line of terminal) {
    const text = line.trim();
    if (/^(exit|quit|\\q)$/i.test(text)) break;
    if (text !== '') {
      asked.push(text);
      previous = (await answerOne(open, text, previous, options, signal)) ?? previous;
    }
    if (signal.aborted) break;
    if (isTerminal) terminal.prompt();
  }
  terminal.close();
  if (isTerminal) await writeFile(file, [...asked.reverse(), ...history].slice(0, mostHistory).join('\n'), { mode: 0o600 }).catch(() => undefined);
}

/** One question that fails does not end the conversation. */
async function answerOne(open: OpenAnswerer, question: string, previous: Turn | undefined, options: AskOptions, signal: AbortSignal): Promise<Turn | undefined> {
  try {
    const answer = await open.answerer.answer(question, { signal, ...(previous === undefined ? {} : { previous }) });
    print(answer, options, open);
    return { question: answer.understoodAs ?? answer.question };
  } catch (error) {
    const { code, message, hint } = toSqlwrightError(error);
    if (code === 'run.cancelled') throw error;
    process.stderr.write(options.json === true ? `${JSON.stringify({ error: { code, message, hint } })}\n` : `[${code}] ${message}\n${hint}\n`);
    return undefined;
  }
}

function print(answer: Answer, options: AskOptions, { locale, model }: OpenAnswerer): void {
  if (options.json === true) return void process.stdout.write(`${JSON.stringify({ ...answer, model })}\n`);
  if (options.csv !== true) return void process.stdout.write(`${renderAnswer(answer, { locale, width: process.stdout.columns })}\n`);
  if (answer.status === 'answered') process.stdout.write(renderCsv(answer));
  else process.stderr.write(`${answer.answer}\n`);
  if (answer.truncated) process.stderr.write(`Only the first ${answer.rows.length} rows; there are more.\n`);
}

/** A question that the database cannot answer is answered by saying so; a statement that could not run is a failure. */
function failWith({ status, reason }: Answer): void {
  if (status !== 'blocked' && status !== 'failed') return;
  const code: ErrorCode = status === 'blocked' ? 'guard.refused' : ((reason?.code ?? 'database.query-failed') as ErrorCode);
  throw new SqlwrightError(code, reason?.message ?? 'The statement could not run.', { hint: 'Ask in other words.' });
}

async function readHistory(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
}
