import assert from 'node:assert/strict';
import { SqlwrightError } from '@sqlwright/errors';
import type { GenerationRequest, LanguageModel } from '../language-model.ts';

/** How the contract reaches a provider. */
export interface ModelHarness {
  open(): Promise<LanguageModel>;
  /** Two requests that the model answers, each with another text. */
  readonly requests: readonly [GenerationRequest, GenerationRequest];
  /** A request whose reply is longer than its `maxTokens`; left out where answers are replayed whole. */
  readonly cutRequest?: GenerationRequest;
}

/** One promise of every provider, to be run under any test runner. */
export interface ContractCase {
  readonly name: string;
  check(): Promise<void>;
}

/** What every provider promises, whatever is behind it. Each case opens a model of its own and closes it. */
export function languageModelContract(harness: ModelHarness): ContractCase[] {
  const [first, second] = harness.requests;
  const contractCase = (name: string, check: (model: LanguageModel) => Promise<void>): ContractCase => ({ name, check: () => withModel(harness, check) });
  const cases = [
    contractCase('is named provider:model', async (model) => assert.match(model.name, /^[a-z-]+:.+/)),
    contractCase('answers with text, a reason to end and whole counts', (model) => checkAnswer(model, first)),
    contractCase('gives the same reply to the same request', async (model) => assert.equal(await textOf(model, first), await textOf(model, first))),
    contractCase('keeps requests at the same time apart', (model) => checkConcurrency(model, first, second)),
    contractCase('refuses a request that was cancelled before', (model) => checkCancelledBefore(model, first)),
    contractCase('stops when it is cancelled, and answers the next request', (model) => checkCancelledDuring(model, first)),
    contractCase('can be closed twice', (model) => model.close()),
  ];
  const { cutRequest } = harness;
  return cutRequest === undefined ? cases : [...cases, contractCase('says when a reply was cut', (model) => checkCut(model, cutRequest))];
}

async function withModel(harness: ModelHarness, check: (model: LanguageModel) => Promise<void>): Promise<void> {
  const model = await harness.open();
  try {
    await check(model);
  } finally {
    await model.close();
  }
}

async function textOf(model: LanguageModel, request: GenerationRequest): Promise<string> {
  return (await model.generate(request)).text;
}

async function checkAnswer(model: LanguageModel, request: GenerationRequest): Promise<void> {
  const { text, finishReason, usage } = await model.generate(request);
  assert.notEqual(text.trim(), '');
  assert.ok(['stop', 'length'].includes(finishReason));
  for (const count of [usage.promptTokens, usage.completionTokens]) assert.ok(Number.isInteger(count) && count >= 0);
}

async function checkConcurrency(model: LanguageModel, first: GenerationRequest, second: GenerationRequest): Promise<void> {
  const alone = [await textOf(model, first), await textOf(model, second)];
  assert.notEqual(alone[0], alone[1]);
  assert.deepEqual(await Promise.all([textOf(model, first), textOf(model, second)]), alone);
}

async function checkCancelledBefore(model: LanguageModel, request: GenerationRequest): Promise<void> {
  await assert.rejects(model.generate({ ...request, signal: AbortSignal.abort() }), isCancelled);
}

async function checkCancelledDuring(model: LanguageModel, request: GenerationRequest): Promise<void> {
  const controller = new AbortController();
  const pending = model.generate({ ...request, signal: controller.signal });
  controller.abort();
  await assert.rejects(pending, isCancelled);
  await checkAnswer(model, request);
}

async function checkCut(model: LanguageModel, request: GenerationRequest): Promise<void> {
  const { finishReason, usage } = await model.generate(request);
  assert.equal(finishReason, 'length');
  assert.ok(usage.completionTokens <= request.maxTokens);
}

function isCancelled(error: unknown): boolean {
  return SqlwrightError.is(error) && error.code === 'run.cancelled';
}
