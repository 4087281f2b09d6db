import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestText, promptSuffix, recordingFile, replySuffix, type RecordedAnswer, type Recording } from './recording.ts';

/**
 * Writes `recording.json` of a folder from its prompts that have a reply, in the order of their names.
 * @param author who wrote the replies, and the date (ISO 8601)
 */
export async function writeRecording(folder: string, author: { model: string; date: string }): Promise<Recording> {
  const names = new Set(await readdir(folder));
  const prompts = [...names].filter((name) => name.endsWith(promptSuffix)).sort();
  const answers: RecordedAnswer[] = [];
  for (const promptFile of prompts) {
    const replyFile = promptFile.replace(promptSuffix, replySuffix);
    if (!names.has(replyFile)) continue;
    answers.push({ prompt: await digestOf(folder, promptFile), promptFile, replyFile, reply: await digestOf(folder, replyFile) });
  }
  const recording: Recording = { formatVersion: 1, model: author.model, date: author.date, answers };
  await writeFile(path.join(folder, recordingFile), `${JSON.stringify(recording, null, 2)}\n`);
  return recording;
}

async function digestOf(folder: string, name: string): Promise<string> {
  return digestText(await readFile(path.join(folder, name), 'utf8'));
}
