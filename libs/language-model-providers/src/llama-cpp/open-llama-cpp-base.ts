import path from 'node:path';
import { cancelled } from '@sqlwright/errors';
import type { LanguageModel } from '@sqlwright/language-model';
import { continueTokens } from './continue-tokens.ts';
import { loadBase, type LlamaCppOptions, type LoadedModel } from './load-model.ts';
import { prepareTokens } from './prepare-tokens.ts';
import { shareOut } from './share-out.ts';

/** One file's weights in memory, and a model for each adapter over them. */
export interface LlamaCppBase {
  /**
   * Opens a model in tens of milliseconds: a context, with an adapter or without. Closing it leaves the weights.
   * @throws SqlwrightError model.invalid
   */
  openModel(adapter?: string): Promise<LanguageModel>;
  /** Frees the weights and every model over them. */
  close(): Promise<void>;
}

/**
 * Loads a GGUF file once for many models.
 * @throws SqlwrightError model.invalid
 */
export async function openLlamaCppBase(options: Omit<LlamaCppOptions, 'adapter'>): Promise<LlamaCppBase> {
  const base = await loadBase(options);
  let freed: Promise<void> | undefined;
  return {
    openModel: async (adapter) => modelOver(await base.open(adapter), [options.file, ...(adapter === undefined ? [] : [adapter])]),
    close: () => (freed ??= base.free()),
  };
}

function modelOver(loaded: LoadedModel, files: readonly string[]): LanguageModel {
  const turns = shareOut(loaded.sequences);
  let freed: Promise<void> | undefined;
  return {
    name: `llama-cpp:${files.map((file) => path.basename(file)).join('+')}`,
    capabilities: { rawCompletion: true },
    generate: (request) =>
      turns.take(async (sequence) => {
        if (request.signal?.aborted) throw cancelled(request.signal.reason);
        return await loaded.budget.spend(() => continueTokens(loaded, sequence, prepareTokens(loaded, request), request));
      }),
    close: () => (freed ??= turns.idle().then(() => loaded.free())),
  };
}
