import os from 'node:os';
import path from 'node:path';
import { SqlwrightError } from '@sqlwright/errors';
import type { LlamaContext, LlamaContextSequence, LlamaModel } from 'node-llama-cpp';
import { chatFormatOf, type ChatFormat } from './chat-format.ts';

export interface LlamaCppOptions {
  /** A GGUF file. */
  readonly file: string;
  /** A LoRA adapter as GGUF, over the file's weights. */
  readonly adapter?: string;
  /** Most tokens of prompt and reply together. */
  readonly contextTokens: number;
  /** Default: one a processor core but one, at least 1 and at most 4. */
  readonly threads?: number;
  /** `auto` takes a GPU where there is one; default false. */
  readonly gpu?: false | 'auto';
}

/** What is held in memory for one model. */
export interface LoadedModel {
  readonly model: LlamaModel;
  readonly sequence: LlamaContextSequence;
  readonly chatFormat: ChatFormat;
  /** Frees all of it. */
  free(): Promise<void>;
}

const mostThreads = 4;

/**
 * One core is left to the event loop and to others: threads wait for one another after every layer by spinning, so that one
 * thread without a core slows all. Measured on 2 cores: 8 ms a token with 1 thread; with 2 up to 17 ms, and seconds on a busy machine.
 */
function defaultThreads(): number {
  return Math.min(mostThreads, Math.max(1, os.availableParallelism() - 1));
}

/**
 * Loads a GGUF file, and the adapter over it, with the prebuilt binaries only: nothing is compiled or fetched.
 * @throws SqlwrightError model.invalid
 */
export async function loadModel(options: LlamaCppOptions): Promise<LoadedModel> {
  // Imported here, as loading the native library takes time and memory that other providers need not spend.
  const library = await import('node-llama-cpp');
  const threads = options.threads ?? defaultThreads();
  const llama = await library.getLlama({ gpu: options.gpu ?? false, build: 'never', skipDownload: true, maxThreads: threads, logLevel: library.LlamaLogLevel.disabled });
  try {
    const model = await llama.loadModel({ modelPath: options.file });
    const context = await createContext(model, options, threads);
    return { model, sequence: context.getSequence(), chatFormat: chatFormatOf(library, model), free: () => llama.dispose() };
  } catch (error) {
    await llama.dispose();
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
