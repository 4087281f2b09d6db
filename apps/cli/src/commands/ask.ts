import { renderAnswer } from '../render-answer.ts';
import { openAnswerer, type AnswerOptions } from './open-answerer.ts';

/** Asks one question and prints SQL, rows and answer, or all of it as JSON. */
export async function ask(question: string, options: AnswerOptions & { json?: boolean }, signal: AbortSignal): Promise<void> {
  const open = await openAnswerer(options, signal, (line) => process.stderr.write(`${line}\n`));
  try {
    const answer = await open.answerer.answer(question, { signal });
    process.stdout.write(options.json === true ? `${JSON.stringify(answer)}\n` : renderAnswer(answer));
  } finally {
    await open.close();
  }
}
