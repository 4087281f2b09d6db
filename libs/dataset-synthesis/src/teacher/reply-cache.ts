import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestText } from '@sqlwright/artifacts';

/** Keeps replies by teacher and prompt. */
export interface ReplyCache {
  read(prompt: string): Promise<string | undefined>;
  write(prompt: string, reply: string): Promise<void>;
}

/** Keeps the replies of one teacher in a folder; without a folder it keeps none. */
export function openReplyCache(folder: string | undefined, teacher: string): ReplyCache {
  if (folder === undefined) return { read: async () => undefined, write: async () => {} };
  const fileOf = (prompt: string): string => path.join(folder, `${digestText(`${teacher}\n${prompt}`)}.jsonl`);
  return {
    read: (prompt) => readFile(fileOf(prompt), 'utf8').catch(() => undefined),
    write: async (prompt, reply) => {
      await mkdir(folder, { recursive: true });
      const draft = `${fileOf(prompt)}.draft-${process.pid}`;
      await writeFile(draft, reply);
      await rename(draft, fileOf(prompt));
    },
  };
}
