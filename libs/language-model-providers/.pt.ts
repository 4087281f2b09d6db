const { getLlama, LlamaLogLevel } = await import('node-llama-cpp');
const [, , file, adapter, list, n] = process.argv;
const q = (v: number[], p: number) => v.toSorted((a, b) => a - b)[Math.floor(v.length * p)]!.toFixed(2);
for (const t of list!.split(',')) {
  const llama = await getLlama({ gpu: false, build: 'never', skipDownload: true, maxThreads: Number(t), logLevel: LlamaLogLevel.disabled });
  const model = await llama.loadModel({ modelPath: file! });
  const context = await model.createContext({ contextSize: 2048, sequences: 1, threads: Number(t), ...(adapter === '-' ? {} : { lora: adapter }) } as never);
  const seq = context.getSequence();
  const toks = model.tokenize('<|im_start|>user\nWhich city has the most customers and how many are there?<|im_end|>\n<|im_start|>assistant\n', true);
  const ms: number[] = [];
  for (let r = 0; r < Number(n); r++) {
    await seq.clearHistory(); let i = 0; let last = performance.now();
    for await (const _ of seq.evaluate(toks, { temperature: 0 })) { const now = performance.now(); if (i++ > 0) ms.push(now - last); last = now; if (i > 36) break; }
  }
  console.log(`node ${t}: p02 ${q(ms, 0.02)} p10 ${q(ms, 0.1)} p25 ${q(ms, 0.25)} p50 ${q(ms, 0.5)} of ${ms.length}`);
}
process.exit(0);
