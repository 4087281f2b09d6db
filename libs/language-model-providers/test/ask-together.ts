import { createLlamaCppModel } from '../src/llama-cpp/create-llama-cpp-model.ts';

/**
 * Asks a model the same questions one after the other and two at a time, and prints both. A program of its own: node-llama-cpp tells a
 * list by `instanceof Array`, which holds in no test that runs in a realm of its own, and so gives no probabilities there.
 */
const [file = ''] = process.argv.slice(2);
const requests = ['How many legs has a dog?', 'What is the capital of France?', 'How many days has a week?', 'What is two plus two?'].map((question) => ({
  message: '',
  text: `<|im_start|>user\n${question}<|im_end|>\n<|im_start|>assistant\n`,
  maxTokens: 20,
  logProbabilities: true,
}));
const ask = async (parallelism: number): Promise<unknown[]> => {
  const model = await createLlamaCppModel({ file, contextTokens: 256, parallelism });
  const results = await Promise.all(requests.map((request) => model.generate(request)));
  await model.close();
  return results;
};
process.stdout.write(JSON.stringify({ apart: await ask(1), together: await ask(2) }), () => process.exit());
