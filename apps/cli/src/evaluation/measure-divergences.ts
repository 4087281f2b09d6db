import type { Progress } from '@sqlwright/artifacts';
import type { KnownReply } from '@sqlwright/conversion';
import { klDivergence } from '@sqlwright/evaluation';
import { openLlamaCppProbe } from '@sqlwright/language-model-providers';
import type { ModelFiles } from '../resolve-model.ts';

const contextTokens = 4096;
/** A reply's first tokens, where it is decided what the statement is about, and enough of the rest. */
const positions = 24;

/**
 * How far forms of a model are from the one that they were made from: the mean Kullback–Leibler divergence of the next-token distributions along known replies, in
 * nats a token. It tells forms apart that answer some hundred questions alike.
 * @returns one figure a form
 */
export async function measureDivergences(reference: ModelFiles, forms: readonly ModelFiles[], replies: readonly KnownReply[], progress: Progress): Promise<number[]> {
  const expected = await probe(reference, replies);
  const divergences: number[] = [];
  for (const form of forms) {
    progress.update({ done: divergences.length, total: forms.length, remark: 'forms' });
    const found = form.file === reference.file && form.adapter === undefined ? expected : await probe(form, replies);
    divergences.push(mean(expected.map((distribution, index) => klDivergence(distribution, found[index]!))));
  }
  return divergences;
}

/** The next-token distributions at the begin of each reply and after its first tokens, reply after reply. */
async function probe({ file, adapter }: ModelFiles, replies: readonly KnownReply[]): Promise<Float32Array[]> {
  const opened = await openLlamaCppProbe({ file, contextTokens, ...(adapter === undefined ? {} : { adapter }) });
  try {
    const distributions: Float32Array[] = [];
    for (const { prompt, reply } of replies) {
      const ids = opened.tokenize(prompt);
      const followed = opened.tokenize(`${prompt}${reply}`).slice(ids.length, ids.length + positions - 1);
      distributions.push(...(await opened.logDistributions(ids, followed, opened.vocabulary)));
    }
    return distributions;
  } finally {
    await opened.close();
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
