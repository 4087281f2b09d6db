import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listModelFiles } from './link-folder.ts';

/** sha256 of a text, in hexadecimal. */
export function digestText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** sha256 of a file's bytes, in hexadecimal. */
export async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** sha256 over the names and digests of a model's files. */
export async function digestModelFolder(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const name of await listModelFiles(folder)) lines.push(`${name} ${await digestFile(path.join(folder, name))}`);
  return digestText(lines.join('\n'));
}
