import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { LlamaContextSequence, Token } from 'node-llama-cpp';

/** Beginnings of prompts as a model has read them, in files that outlive the process. What goes wrong with a file costs time only. */
export interface PromptCache {
  /** @returns false where it is not there, or cannot be used */
  load(sequence: LlamaContextSequence, beginning: readonly Token[]): Promise<boolean>;
  save(sequence: LlamaContextSequence, beginning: readonly Token[]): Promise<void>;
}

/** Fewer tokens are read about as quickly as a file. */
const fewestTokens = 32;

/** Older files are removed, as each may have some megabytes. */
const mostFiles = 8;

/** @param identity all that decides what the state of a context looks like: model, adapter, library */
export function createPromptCache(folder: string, identity: string): PromptCache {
  const keyOf = (beginning: readonly Token[]): string => digest(`${identity}\n${beginning.join(' ')}`);
  return {
    load: async (sequence, beginning) => {
      if (beginning.length < fewestTokens) return false;
      const file = await findWhole(folder, keyOf(beginning));
      if (file === undefined) return false;
      try {
        await utimes(file, new Date(), new Date());
        await sequence.loadStateFromFile(file, { acceptRisk: true });
        if (beginning.every((token, index) => token === sequence.contextTokens[index]) && sequence.nextTokenIndex === beginning.length) return true;
      } catch {
        // Read anew instead.
      }
      await sequence.clearHistory();
      return false;
    },
    save: async (sequence, beginning) => {
      if (beginning.length < fewestTokens) return;
      const draft = path.join(folder, `${randomUUID()}.draft`);
      try {
        await mkdir(folder, { recursive: true });
        await sequence.saveStateToFile(draft);
        await rename(draft, path.join(folder, `${keyOf(beginning)}.${digest(await readFile(draft))}.state`));
        await removeOldest(folder);
      } catch {
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** Tells the files of a model and an adapter from others by place, size and time, and the library by its release. */
export async function describeModelFiles(files: readonly string[], release: string): Promise<string> {
  const described = await Promise.all(files.map(async (file) => [await realpath(file), await stat(file).then(({ size, mtimeMs }) => [size, mtimeMs])]));
  return JSON.stringify([release, ...described]);
}

/** A file whose content is what its name says; llama.cpp ends the process over a damaged one, so that these are removed. */
async function findWhole(folder: string, key: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(key))) {
    const file = path.join(folder, name);
    const content = await readFile(file).catch(() => undefined);
    if (content !== undefined && name === `${key}.${digest(content)}.state`) return file;
    await rm(file, { force: true }).catch(() => undefined);
  }
  return undefined;
}

async function removeOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  const files = await Promise.all(names.map(async (name) => ({ file: path.join(folder, name), at: (await stat(path.join(folder, name))).mtimeMs })));
  for (const { file } of files.toSorted((a, b) => b.at - a.at).slice(mostFiles)) await rm(file, { force: true });
}

function digest(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 40);
}
