import type { Progress } from '@sqlwright/artifacts';
import type { KnownReply } from '@sqlwright/conversion';
import { klDivergence } from '@sqlwright/evaluation';
import { openLlamaCppProbe } from '@sqlwright/language-model-providers';
import type { ModelFiles } from '../resolve-model.ts';

const contextTokens = 4096;
/** A reply's first tokens, where it is decided what the statement is about, and enough of the rest. */
const positions = 24;

/** Tells how far a form of a model is from the one that it was made from, where both answer some hundred questions alike. */
export interface DivergenceMeter {
  /** The mean Kullback–Leibler divergence of the next-token distributions along known replies, in nats a token. */
  measure(form: ModelFiles): Promise<number>;
}

/** @param reference what the forms are compared with; it is read once */
export async function openDivergenceMeter(reference: ModelFiles, replies: readonly KnownReply[], progress: Progress): Promise<DivergenceMeter> {
  const expected = await probe(reference, replies, progress);
  return {
    async measure(form) {
      const found = form.file === reference.file && form.adapter === undefined ? expected : await probe(form, replies, progress);
      return mean(expected.map((distribution, index) => klDivergence(distribution, found[index]!)));
    },
  };
}

/** The next-token distributions at the begin of each reply and after its first tokens, reply after reply. */
async function probe({ file, adapter }: ModelFiles, replies: readonly KnownReply[], progress: Progress): Promise<Float32Array[]> {
  const opened = await openLlamaCppProbe({ file, contextTokens, ...(adapter === undefined ? {} : { adapter }) });
  try {
    const distributions: Float32Array[] = [];
    for (const [index, { prompt, reply }] of replies.entries()) {
      const ids = opened.tokenize(prompt);
      const followed = opened.tokenize(`${prompt}${reply}`).slice(ids.length, ids.length + positions - 1);
      distributions.push(...(await opened.logDistributions(ids, followed, opened.vocabulary)));
      progress.update({ done: index + 1, total: replies.length, remark: 'replies' });
    }
    return distributions;
  } finally {
    await opened.close();
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
