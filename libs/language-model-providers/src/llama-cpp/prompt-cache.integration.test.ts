import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { GenerationRequest } from '@sqlwright/language-model';
import { packagedModel } from '../../test/packaged-model.ts';
import { continueTokens } from './continue-tokens.ts';
import { loadBase, type LoadedModel } from './load-model.ts';
import { prepareTokens } from './prepare-tokens.ts';

const head = `Answer in a few words. What is known:\n${['dog', 'cat', 'horse', 'cow', 'sheep'].map((animal) => `A ${animal} has four legs and a tail.`).join('\n')}\n\n`;
const asked = (question: string): GenerationRequest => {
  const message = `${head}${question}`;
  return { message, shared: head.length, text: `<|im_start|>user\n${message}<|im_end|>\n<|im_start|>assistant\n`, stop: ['<|im_end|>'], maxTokens: 12 };
};
const inChat = (question: string): GenerationRequest => ({ message: `${head}${question}`, shared: head.length, maxTokens: 12 });
const [dog, cow] = ['How many legs has a dog?', 'Has a cow a tail?'];

interface Reply {
  readonly text: string;
  /** Tokens that were read for it without asking what comes next. */
  readonly read: number;
  readonly whole: number;
}

describe('what requests share', () => {
  let file: string;
  let folder: string;
  beforeAll(async () => void (file = await packagedModel()));
  beforeEach(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-prompts-'))));
  afterEach(() => rm(folder, { recursive: true }));

  /** Asks a model of its own, which tells with each reply how many tokens it read for it and how many the prompt has. */
  async function ask(requests: readonly GenerationRequest[], promptCacheFolder?: string): Promise<Reply[]> {
    const base = await loadBase({ file, contextTokens: 512, ...(promptCacheFolder === undefined ? {} : { promptCacheFolder }) });
    const loaded = await base.open(undefined);
    const replies: Reply[] = [];
    for (const request of requests) replies.push(await reply(loaded, request));
    await base.free();
    return replies;
  }

  it.each([['a text', asked], ['a message in the chat format of the file', inChat]])('is read once, in %s, and changes no reply', async (_, question) => {
    const { shared: _shared, ...alone } = question(dog);
    const [first, second, free, again] = await ask([question(dog), question(cow), alone, question(dog)]);
    const [other, same] = await ask([question(cow), question(dog)]);
    expect(first?.read).toBeGreaterThanOrEqual((first?.whole ?? Number.NaN) - 1);
    expect(second?.read).toBeLessThan((second?.whole ?? 0) - 50);
    expect(free?.read).toBeGreaterThanOrEqual((free?.whole ?? Number.NaN) - 1);
    expect(other?.text).toBe(second?.text);
    expect([again?.text, same?.text]).toEqual([first?.text, first?.text]);
  });

  it('is read once for several processes where a folder is given', async () => {
    const [first] = await ask([asked(dog)], folder);
    const files = await readdir(folder);
    const [later] = await ask([asked(dog)], folder);
    expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{40}\.[0-9a-f]{40}\.state$/)]);
    expect(later?.text).toBe(first?.text);
    expect(later?.read).toBeLessThan((first?.read ?? 0) - 50);
  });

  it('is read anew where a file is damaged', async () => {
    const first = await ask([asked(dog)], folder);
    const [name = ''] = await readdir(folder);
    await truncate(path.join(folder, name), 5000);
    expect(await ask([asked(dog)], folder)).toEqual(first);
    await writeFile(path.join(folder, name), 'no state');
    expect(await ask([asked(dog)], folder)).toEqual(first);
  });

  it('costs no reply where the folder cannot be made', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const [{ text } = { text: '' }] = await ask([asked(dog)], path.join(folder, 'file', 'prompts'));
    expect(text).toMatch(/four|4/i);
  });

  it('does not depend on how few threads another context was allowed', async () => {
    const base = await loadBase({ file, contextTokens: 256 });
    const first = await base.open(undefined);
    first.model.llama.maxThreads = 1;
    const second = await base.open(undefined);
    const { idealThreads } = second.sequences[0]!.context;
    await base.free();
    expect(idealThreads).toBe(Math.min(4, os.availableParallelism()));
  });
});

async function reply(loaded: LoadedModel, request: GenerationRequest): Promise<Reply> {
  const sequence = loaded.sequences[0]!;
  const before = sequence.tokenMeter.usedInputTokens;
  const { text, usage } = await continueTokens(loaded, sequence, prepareTokens(loaded, request), request);
  return { text, read: sequence.tokenMeter.usedInputTokens - before, whole: usage.promptTokens };
}
