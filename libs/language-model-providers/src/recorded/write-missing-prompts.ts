import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestText, promptSuffix } from './recording.ts';

/** A request as the teacher is sent it; the topic names its file. */
export interface RenderedRequest {
  readonly topic: string;
  readonly prompt: string;
}

/**
 * Writes `NN-topic.prompt.txt` for each request that the folder does not hold yet, so that somebody can answer it in `NN-topic.reply.jsonl`.
 * @returns the names of the files written
 */
export async function writeMissingPrompts(folder: string, requests: readonly RenderedRequest[]): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => name.endsWith(promptSuffix));
  const known = new Set(await Promise.all(names.map(async (name) => digestText(await readFile(path.join(folder, name), 'utf8')))));
  const first = Math.max(0, ...names.map((name) => Number.parseInt(name, 10) || 0)) + 1;
  const unknown = requests.filter(({ prompt }) => !known.has(digestText(prompt)));
  const files = unknown.map(({ topic, prompt }, index) => ({ name: promptName(first + index, topic), prompt }));
  for (const { name, prompt } of files) await writeFile(path.join(folder, name), prompt);
  return files.map(({ name }) => name);
}

function promptName(number: number, topic: string): string {
  const slug = topic.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `${String(number).padStart(2, '0')}-${slug}${promptSuffix}`;
}
