import type { LanguageModel } from '@sqlwright/language-model';
import type { LlamaCppOptions } from './load-model.ts';
import { openLlamaCppBase } from './open-llama-cpp-base.ts';

/**
 * A GGUF model in this process. A request's `text` is continued as it stands; a `message` alone goes through the model's own chat format.
 * Requests beyond `parallelism` wait for one another. Its `generate` throws SqlwrightError provider.bad-reply and run.cancelled.
 * @throws SqlwrightError model.invalid
 */
export async function createLlamaCppModel({ adapter, ...options }: LlamaCppOptions): Promise<LanguageModel> {
  const base = await openLlamaCppBase(options);
  try {
    const model = await base.openModel(adapter);
    return { ...model, close: () => model.close().then(() => base.close()) };
  } catch (error) {
    await base.close();
    throw error;
  }
}
