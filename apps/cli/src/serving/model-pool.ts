import os from 'node:os';
import type { LanguageModel } from '@sqlwright/language-model';
import { openLlamaCppBase, type LlamaCppBase } from '@sqlwright/language-model-providers';
import { contextTokens, type OpenModel } from '../open-generator.ts';
import { promptCacheFolder } from '../prompt-cache-folder.ts';
import type { ModelFiles } from '../resolve-model.ts';

interface Held {
  readonly base: Promise<LlamaCppBase>;
  users: number;
}

/** Models of one process: weights that several models lie over are in memory once, and freed with the last of them. */
export interface ModelPool {
  readonly openModel: OpenModel;
  /** Begins to load weights that `openModel` will need. */
  preload(file: string): void;
}

/** @param parallelism questions that each model works on at the same time */
export function createModelPool(parallelism: number): ModelPool {
  const held = new Map<string, Held>();
  const hold = (file: string): Held => {
    const found = held.get(file);
    if (found !== undefined) return found;
    const added: Held = { base: openLlamaCppBase({ file, contextTokens, promptCacheFolder: promptCacheFolder(), ...decoding(parallelism) }), users: 0 };
    // Whoever waits for it is told; nobody may wait yet.
    added.base.catch(() => held.delete(file));
    held.set(file, added);
    return added;
  };
  const release = async (file: string, mine: Held): Promise<void> => {
    mine.users -= 1;
    if (mine.users > 0) return;
    if (held.get(file) === mine) held.delete(file);
    await (await mine.base).close();
  };
  return {
    preload: (file) => void hold(file),
    async openModel({ file, adapter }: ModelFiles): Promise<LanguageModel> {
      const mine = hold(file);
      mine.users += 1;
      try {
        const model = await (await mine.base).openModel(adapter);
        return { ...model, close: () => model.close().then(() => release(file, mine)) };
      } catch (error) {
        await release(file, mine).catch(() => undefined);
        throw error;
      }
    },
  };
}

/** More contexts than cores answer no more questions a second. */
function decoding(parallelism: number): { parallelism: number } {
  return { parallelism: Math.min(parallelism, Math.max(1, os.availableParallelism())) };
}
