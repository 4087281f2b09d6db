import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cancelled, SqlwrightError } from '@sqlwright/errors';
import type { LanguageModel } from '@sqlwright/language-model';
import { digestText, readRecording, type RecordedAnswer } from './recording.ts';

/**
 * A model that replays the answers of a folder: it finds a reply by the digest of the request's message and gives it whole.
 * Its counts are 0, as nothing is spent. Its `generate` throws SqlwrightError recording.missing, provider.bad-reply, run.cancelled.
 * @throws SqlwrightError recording.missing where the folder has no index
 */
export async function createRecordedModel(options: { folder: string }): Promise<LanguageModel> {
  const recording = await readRecording(options.folder);
  const answers = new Map(recording.answers.map((answer) => [answer.prompt, answer]));
  return {
    name: `recorded:${recording.model}`,
    capabilities: { rawCompletion: false },
    generate: async ({ message, signal }) => {
      if (signal?.aborted) throw cancelled(signal.reason);
      const answer = answers.get(digestText(message)) ?? missing(options.folder, message);
      const text = await readReply(options.folder, answer);
      if (signal?.aborted) throw cancelled(signal.reason);
      return { text, finishReason: 'stop', usage: { promptTokens: 0, completionTokens: 0 } };
    },
    close: async () => {},
  };
}

function missing(folder: string, message: string): never {
  const beginning = (/^Write .*$/m.exec(message)?.[0] ?? message).slice(0, 120);
  throw new SqlwrightError('recording.missing', `${folder} has no answer to the request "${beginning}" (sha256 ${digestText(message).slice(0, 12)}…).`, {
    hint: 'The configuration or the schema differs from what was recorded. Write the unanswered prompts with "sqlwright record" and put the answers beside them, or choose a live teacher.',
  });
}

async function readReply(folder: string, answer: RecordedAnswer): Promise<string> {
  const file = path.join(folder, answer.replyFile);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined && digestText(text) === answer.reply) return text;
  throw new SqlwrightError('provider.bad-reply', `${file} ${text === undefined ? 'is missing' : 'was changed after it was recorded'}.`, {
    hint: 'Restore the file, or write the index of the recorded answers again with: sqlwright record',
  });
}
