import type { Progress } from '@sqlwright/artifacts';
import { openLlamaCppProbe } from '@sqlwright/language-model-providers';
import type { ModelFiles } from '../../resolve-model.ts';
import type { Probed, ProbeRequest } from './probe-with-python.ts';

const contextTokens = 1024;

/** Probes a GGUF with the library that serves it. */
export async function probeGguf({ file, adapter }: ModelFiles, request: ProbeRequest, vocabulary: number, progress: Progress): Promise<Probed> {
  const probe = await openLlamaCppProbe({ file, contextTokens, ...(adapter === undefined ? {} : { adapter }) });
  try {
    const answers: Probed['answers'][number][] = [];
    for (const [index, prompt] of request.prompts.entries()) {
      const ids = probe.tokenize(prompt);
      const { text } = await probe.complete(prompt, request.stop, request.maxTokens);
      const followed = (request.teacher?.[index] ?? []).slice(0, request.positions - 1);
      answers.push({ ids, text, logDistributions: await probe.logDistributions(ids, followed, vocabulary) });
      progress.update({ done: answers.length, total: request.prompts.length });
    }
    return { vocabulary, answers };
  } finally {
    await probe.close();
  }
}
