import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { confirmedIn } from './confirmed-statements.ts';
import type { FeedbackEntry } from './feedback-entry.ts';

/** Where feedback is kept. */
export interface FeedbackStore {
  /** Resolves when the line is on the disk: what was acknowledged survives the loss of the process and of power. */
  append(entry: FeedbackEntry): Promise<void>;
  /** The statement that was last confirmed for a question, however it is capitalized; undefined where none was, or it was called wrong since. */
  confirmedSql(question: string): string | undefined;
  close(): Promise<void>;
}

interface Pending {
  readonly line: string;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Opens a file of JSON lines. A last line without its end was never acknowledged and is cut off.
 * Lines that arrive while others are written are written together, with one fsync.
 */
export async function openFeedbackStore(file: string): Promise<FeedbackStore> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'a+');
  const confirmed = confirmedIn(await readWholeLines(handle));
  await syncFolder(path.dirname(file));
  let pending: Pending[] = [];
  let writing: Promise<void> | undefined;
  const writeAll = async (): Promise<void> => {
    while (pending.length > 0) {
      const batch = pending;
      pending = [];
      await writeBatch(handle, batch);
    }
    writing = undefined;
  };
  return {
    append: (entry) =>
      new Promise<void>((resolve, reject) => {
        pending.push({ line: `${JSON.stringify(entry)}\n`, resolve, reject });
        writing ??= writeAll();
      }).then(() => confirmed.keep(entry)),
    confirmedSql: confirmed.sqlOf,
    async close() {
      await writing;
      await handle.close();
    },
  };
}

async function writeBatch(handle: FileHandle, batch: readonly Pending[]): Promise<void> {
  const { size } = await handle.stat();
  try {
    await handle.appendFile(batch.map(({ line }) => line).join(''));
    await handle.datasync();
    for (const { resolve } of batch) resolve();
  } catch (error) {
    // A full disk may have taken half a line; the lines before stay whole.
    await handle.truncate(size).catch(() => undefined);
    for (const { reject } of batch) reject(error);
  }
}

/** Reads the lines that have an end, and cuts off what comes after. */
async function readWholeLines(handle: FileHandle): Promise<string> {
  const { size } = await handle.stat();
  const text = await handle.readFile();
  const whole = text.lastIndexOf(0x0a) + 1;
  if (whole < size) await handle.truncate(whole);
  return text.subarray(0, whole).toString('utf8');
}

/** Makes the name of a new file as lasting as its content. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
