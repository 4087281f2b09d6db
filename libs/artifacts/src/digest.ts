import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** sha256 of a text, in hexadecimal. */
export function digestText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** sha256 of a file's bytes, in hexadecimal; the file is streamed. */
export async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Digest and size of every file below a folder, by path with forward slashes, sorted. */
export async function digestFolder(folder: string): Promise<Record<string, { sha256: string; bytes: number }>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)).sort();
  const digests: Record<string, { sha256: string; bytes: number }> = {};
  for (const file of files) {
    const name = path.relative(folder, file).split(path.sep).join('/');
    digests[name] = { sha256: await digestFile(file), bytes: (await stat(file)).size };
  }
  return digests;
}
