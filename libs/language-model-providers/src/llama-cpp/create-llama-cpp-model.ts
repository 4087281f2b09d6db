import path from 'node:path';
import { cancelled } from '@sqlwright/errors';
import type { LanguageModel } from '@sqlwright/language-model';
import { continueTokens } from './continue-tokens.ts';
import { loadModel, type LlamaCppOptions } from './load-model.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { prepareTokens } from './prepare-tokens.ts';

/**
 * A GGUF model in this process. A request's `text` is continued as it stands; a `message` alone goes through the model's own chat format.
 * Requests wait for one another. Its `generate` throws SqlwrightError provider.bad-reply and run.cancelled.
 * @throws SqlwrightError model.invalid
 */
export async function createLlamaCppModel(options: LlamaCppOptions): Promise<LanguageModel> {
  const loaded = await loadModel(options);
  const inTurn = oneAtATime();
  let freed: Promise<void> | undefined;
  return {
    name: `llama-cpp:${[options.file, ...(options.adapter === undefined ? [] : [options.adapter])].map((file) => path.basename(file)).join('+')}`,
    capabilities: { rawCompletion: true },
    generate: (request) =>
      inTurn(async () => {
        if (request.signal?.aborted) throw cancelled(request.signal.reason);
        return await continueTokens(loaded, prepareTokens(loaded, request), request);
      }),
    close: () => (freed ??= inTurn(() => loaded.free())),
  };
}
