import type { GenerationResult, TextConstraint } from '@sqlwright/language-model';
import { createLlamaCppModel } from '../src/llama-cpp/create-llama-cpp-model.ts';

/**
 * Asks a model the same questions one after the other, two at a time, and with the replies as drafts of every third letter, and prints all. A program of its own: node-llama-cpp tells a
 * list by `instanceof Array`, which holds in no test that runs in a realm of its own, and so gives no probabilities there.
 */
const [file = ''] = process.argv.slice(2);
const requests = ['How many legs has a dog?', 'What is the capital of France?', 'How many days has a week?', 'What is two plus two?'].map((question) => ({
  message: '',
  text: `<|im_start|>user\n${question}<|im_end|>\n<|im_start|>assistant\n`,
  maxTokens: 20,
  logProbabilities: true,
}));
const ask = async (parallelism: number, constraints: readonly TextConstraint[] = []): Promise<GenerationResult[]> => {
  const model = await createLlamaCppModel({ file, contextTokens: 256, parallelism });
  const results = await Promise.all(requests.map((request, index) => model.generate({ ...request, ...(constraints[index] && { constraint: constraints[index] }) })));
  await model.close();
  return results;
};
const [apart, together] = [await ask(1), await ask(2)];
const drafts = apart.map(({ text: reply }): TextConstraint => ({ check: (text) => ({ settled: text.length, draft: text.length % 3 === 0 ? reply.slice(text.length, text.length + 12) : '' }) }));
process.stdout.write(JSON.stringify({ apart, together, drafted: await ask(1, drafts) }), () => process.exit());
