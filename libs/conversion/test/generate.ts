import { getLlama, LlamaLogLevel, type Token } from 'node-llama-cpp';

/** The tokens that a GGUF, with an adapter or without, gives greedily after the given ones. */
export async function generate(model: { file: string; adapter?: string }, prompt: readonly number[], count: number): Promise<number[]> {
  const llama = await getLlama({ gpu: false, build: 'never', skipDownload: true, maxThreads: 2, logLevel: LlamaLogLevel.error });
  const loaded = await llama.loadModel({ modelPath: model.file });
  try {
    const context = await loaded.createContext({ contextSize: 256, ...(model.adapter === undefined ? {} : { lora: { adapters: [{ filePath: model.adapter }] } }) });
    const tokens: number[] = [];
    for await (const token of context.getSequence().evaluate(prompt as Token[], { temperature: 0, yieldEogToken: true })) {
      tokens.push(token);
      if (tokens.length === count) break;
    }
    return tokens;
  } finally {
    await llama.dispose();
  }
}
