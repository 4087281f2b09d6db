import os from 'node:os';
import path from 'node:path';
import { SqlwrightError } from '@sqlwright/errors';
import type { LlamaContext, LlamaContextSequence, LlamaModel } from 'node-llama-cpp';
import { chatFormatOf, type ChatFormat } from './chat-format.ts';
import { createPromptCache, describeModelFiles, type PromptCache } from './prompt-cache.ts';
import { fixedBudget, spareBudget, type ThreadBudget } from './thread-budget.ts';

export interface LlamaCppOptions {
  /** A GGUF file. */
  readonly file: string;
  /** A LoRA adapter as GGUF, over the file's weights. */
  readonly adapter?: string;
  /** Most tokens of prompt and reply together. */
  readonly contextTokens: number;
  /** Of each request. Default: as many as other programs leave cores free, at most 4, dealt out among the requests that are worked on. */
  readonly threads?: number;
  /**
   * Requests that are worked on at the same time, each in a context of its own over the same weights; default 1.
   * Measured on 2 cores: two contexts answer twice as many questions a second as one, with the same texts; decoding several sequences in
   * one context answers no more, and other sequences change a reply now and then.
   */
  readonly parallelism?: number;
  /** `auto` takes a GPU where there is one; default false. */
  readonly gpu?: false | 'auto';
  /** A folder for what requests share, as the model has read it, so that another process need not read it again. Default: it is kept in memory only. */
  readonly promptCacheFolder?: string;
}

/** The weights of a model, over which contexts are opened. */
export interface LoadedBase {
  /** Opens the contexts of one model: the weights as they are, or with an adapter over them. */
  open(adapter: string | undefined): Promise<LoadedModel>;
  /** Frees the weights and all contexts. */
  free(): Promise<void>;
}

/** What is held in memory for one model. */
export interface LoadedModel {
  readonly library: typeof import('node-llama-cpp');
  readonly model: LlamaModel;
  /** One for each request that may be under way, in a context of its own. */
  readonly sequences: readonly LlamaContextSequence[];
  readonly chatFormat: ChatFormat;
  /** What evaluates tokens is done in here. */
  readonly budget: ThreadBudget;
  readonly promptCache?: PromptCache;
  /** Frees the contexts. */
  free(): Promise<void>;
}

const mostThreads = 4;

/**
 * Loads the weights of a GGUF file with the prebuilt binaries only: nothing is compiled or fetched.
 * @throws SqlwrightError model.invalid, of its `open` too
 */
export async function loadBase(options: Omit<LlamaCppOptions, 'adapter'>): Promise<LoadedBase> {
  // Imported here, as loading the native library takes time and memory that other providers need not spend.
  const library = await import('node-llama-cpp');
  const parallelism = options.parallelism ?? 1;
  const threads = options.threads ?? Math.min(mostThreads, os.availableParallelism());
  const maxThreads = options.threads === undefined ? Math.max(parallelism, threads) : threads * parallelism;
  const llama = await library.getLlama({ gpu: options.gpu ?? false, build: 'never', skipDownload: true, maxThreads, logLevel: library.LlamaLogLevel.disabled });
  const budget = options.threads === undefined ? spareBudget(llama, maxThreads) : fixedBudget;
  try {
    // Read, not mapped: weights that are laid out anew for the processor (AMX, repacking) would lie in memory twice.
    const model = await llama.loadModel({ modelPath: options.file, useMmap: false });
    const chatFormat = chatFormatOf(library, model);
    const open = async (adapter: string | undefined): Promise<LoadedModel> => {
      // A context never takes more threads than were allowed when it was opened.
      llama.maxThreads = maxThreads;
      const contexts = await openContexts(model, { ...options, ...(adapter === undefined ? {} : { adapter }) }, threads, parallelism);
      const promptCache = await openPromptCache(options, adapter, llama.llamaCppRelease.release);
      const free = async (): Promise<void> => void (await Promise.all(contexts.map((context) => context.dispose())));
      return { library, model, sequences: contexts.map((context) => context.getSequence()), chatFormat, budget, ...promptCache, free };
    };
    return { open, free: () => llama.dispose() };
  } catch (error) {
    await llama.dispose();
    throw invalid(options, error);
  }
}

async function openPromptCache({ file, promptCacheFolder, gpu }: LlamaCppOptions, adapter: string | undefined, release: string): Promise<Pick<LoadedModel, 'promptCache'>> {
  if (promptCacheFolder === undefined) return {};
  const identity = await describeModelFiles([file, ...(adapter === undefined ? [] : [adapter])], `${release} ${gpu ?? false}`);
  return { promptCache: createPromptCache(promptCacheFolder, identity) };
}

async function openContexts(model: LlamaModel, options: LlamaCppOptions, threads: number, parallelism: number): Promise<LlamaContext[]> {
  try {
    return await Promise.all(Array.from({ length: parallelism }, () => createContext(model, options, threads)));
  } catch (error) {
    throw invalid(options, error);
  }
}

function createContext(model: LlamaModel, options: LlamaCppOptions, threads: number): Promise<LlamaContext> {
  const lora = options.adapter === undefined ? {} : { lora: options.adapter };
  return model.createContext({ contextSize: options.contextTokens, sequences: 1, threads, ...lora });
}

function invalid(options: LlamaCppOptions, cause: unknown): SqlwrightError {
  const what = options.adapter === undefined ? options.file : `${options.file} with the adapter ${path.basename(options.adapter)}`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SqlwrightError('model.invalid', `The model ${what} cannot be loaded: ${reason}`, {
    cause,
    hint: 'The file is missing, damaged, of an unknown kind or too big for the memory. Make it again (sqlwright convert, sqlwright quantize), or choose another one.',
  });
}
