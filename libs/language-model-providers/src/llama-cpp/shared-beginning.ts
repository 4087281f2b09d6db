import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import type { PromptCache } from './prompt-cache.ts';

/** What each sequence read by itself, before anything else. */
const readAlone = new WeakMap<LlamaContextSequence, readonly Token[]>();

/**
 * Brings a sequence to where it has read the beginning that requests share, and nothing else: kept from the request before, out of the cache on disk, or read now.
 * It is always read by itself, as the same tokens read together with others round otherwise: what was asked before never changes a reply.
 */
export async function enterSharedBeginning(sequence: LlamaContextSequence, beginning: readonly Token[], cache: PromptCache | undefined): Promise<void> {
  if (areSame(readAlone.get(sequence), beginning)) {
    await sequence.adaptStateToTokens([...beginning], false);
    if (sequence.nextTokenIndex === beginning.length) return;
  }
  readAlone.delete(sequence);
  await sequence.clearHistory();
  if (beginning.length > 0 && !(await cache?.load(sequence, beginning))) {
    await sequence.evaluateWithoutGeneratingNewTokens([...beginning]);
    await cache?.save(sequence, beginning);
  }
  readAlone.set(sequence, beginning);
}

function areSame(some: readonly Token[] | undefined, others: readonly Token[]): boolean {
  return some?.length === others.length && others.every((token, index) => token === some[index]);
}
