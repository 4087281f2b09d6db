import { createScriptedModel } from './scripted-model.ts';
import { languageModelContract, type ModelHarness } from './language-model-contract.ts';

const requests: ModelHarness['requests'] = [
  { message: 'How many customers are there?', maxTokens: 20 },
  { message: 'Who lives in Rome?', maxTokens: 20 },
];
const echo = (): ReturnType<typeof createScriptedModel> => createScriptedModel(({ message }) => `You asked: ${message}`);

describe('the scripted model', () => {
  const harness = { open: async () => echo(), requests, cutRequest: { message: 'One two three four', maxTokens: 2 } };
  it.each(languageModelContract(harness))('$name', ({ check }) => check());

  it('remembers what it was asked', async () => {
    const model = echo();
    await model.generate(requests[0]);
    expect(model.requests).toEqual([requests[0]]);
  });
});

describe('the contract', () => {
  const failing = async (open: ModelHarness['open']): Promise<string[]> => {
    const failed: string[] = [];
    for (const { name, check } of languageModelContract({ open, requests })) await check().catch(() => failed.push(name));
    return failed;
  };

  it('catches a model that ignores its signal', async () => {
    const deaf = async (): ReturnType<ModelHarness['open']> => {
      const model = echo();
      return { ...model, generate: ({ signal, ...request }) => model.generate(request) };
    };
    expect(await failing(deaf)).toEqual(['refuses a request that was cancelled before', 'stops when it is cancelled, and answers the next request']);
  });

  it('catches a model that mixes up its requests', async () => {
    const mixed = async (): ReturnType<ModelHarness['open']> => createScriptedModel(() => 'always the same');
    expect(await failing(mixed)).toEqual(['keeps requests at the same time apart']);
  });
});
