import os from 'node:os';
import type { LanguageModel } from '@sqlwright/language-model';
import { createLlamaCppModel } from '@sqlwright/language-model-providers';
import { contextTokens, type OpenModel } from '../open-generator.ts';
import { promptCacheFolder } from '../prompt-cache-folder.ts';
import type { ModelFiles } from '../resolve-model.ts';

const most = 8;

/** Questions that a model in this process works on at the same time: one a core, as each takes one thread. */
export function parallelism(): number {
  return Math.max(1, Math.min(most, os.availableParallelism()));
}

/** Opens a model for evaluation, with a context for each core. */
export const openParallel: OpenModel = (files) => openParallelModel(files, contextTokens);

/** @param tokens of prompt and reply together */
export function openParallelModel({ file, adapter }: Pick<ModelFiles, 'file' | 'adapter'>, tokens: number): Promise<LanguageModel> {
  return createLlamaCppModel({ file, contextTokens: tokens, parallelism: parallelism(), promptCacheFolder: promptCacheFolder(), ...(adapter === undefined ? {} : { adapter }) });
}
