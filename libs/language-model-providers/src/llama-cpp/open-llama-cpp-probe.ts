import type { GenerationResult } from '@sqlwright/language-model';
import type { ControlledEvaluateInputItem, Token } from 'node-llama-cpp';
import { continueTokens } from './continue-tokens.ts';
import { loadBase, type LlamaCppOptions } from './load-model.ts';
import { prepareTokens } from './prepare-tokens.ts';

/** A GGUF model whose inside is looked at: its tokens and its next-token distributions. */
export interface LlamaCppProbe {
  /** The number of tokens in the model's vocabulary. */
  readonly vocabulary: number;
  /** The token ids of a prompt, special tokens included, as a request would have them. */
  tokenize(text: string): number[];
  /** The greedy continuation of a prompt. */
  complete(text: string, stop: readonly string[], maxTokens: number): Promise<GenerationResult>;
  /**
   * The natural logarithms of the next-token distribution after the prompt, and after each token that follows it.
   * @returns for each of `followed.length + 1` positions one value a token of the vocabulary
   */
  logDistributions(prompt: readonly number[], followed: readonly number[], vocabulary: number): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** Instead of the logarithm of a probability that was rounded to zero. */
const smallest = Math.log(1e-30);

/**
 * Opens a model to look into it; one call at a time.
 * @throws SqlwrightError model.invalid
 */
export async function openLlamaCppProbe(options: LlamaCppOptions): Promise<LlamaCppProbe> {
  const base = await loadBase(options);
  const loaded = await base.open(options.adapter).catch(async (error: unknown) => {
    await base.free();
    throw error;
  });
  const sequence = loaded.sequences[0]!;
  return {
    vocabulary: [...loaded.model.iterateAllTokens()].length,
    tokenize: (text) => [...prepareTokens(loaded, { message: '', text, maxTokens: 1 }).tokens],
    complete: (text, stop, maxTokens) => {
      const request = { message: '', text, stop, maxTokens };
      return loaded.budget.spend(() => continueTokens(loaded, sequence, prepareTokens(loaded, request), request));
    },
    logDistributions: async (prompt, followed, vocabulary) => {
      await sequence.clearHistory();
      const asked = (token: number): ControlledEvaluateInputItem => [token as Token, { generateNext: { probabilities: true } }];
      const tokens = [...prompt, ...followed];
      const items = tokens.map((token, index) => (index < prompt.length - 1 ? (token as Token) : asked(token)));
      const outputs = await loaded.budget.spend(() => sequence.controlledEvaluate(items));
      return outputs.slice(prompt.length - 1).map((output) => toLogarithms(output?.next.probabilities ?? new Map(), vocabulary));
    },
    close: () => base.free(),
  };
}

function toLogarithms(probabilities: ReadonlyMap<Token, number>, vocabulary: number): Float32Array {
  const logarithms = new Float32Array(vocabulary).fill(smallest);
  for (const [token, probability] of probabilities) if (probability > 0) logarithms[token] = Math.log(probability);
  return logarithms;
}
