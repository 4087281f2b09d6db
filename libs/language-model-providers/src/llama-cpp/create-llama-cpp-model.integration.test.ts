import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ConstraintVerdict, GenerationRequest, GenerationResult, LanguageModel, TextConstraint } from '@sqlwright/language-model';
import { languageModelContract, type ModelHarness } from '@sqlwright/language-model/testing';
import { packagedModel } from '../../test/packaged-model.ts';
import { writeLoraAdapter } from '../../test/write-lora-adapter.ts';
import { createLlamaCppModel } from './create-llama-cpp-model.ts';
import { openLlamaCppBase } from './open-llama-cpp-base.ts';

const width = 576;
const asked = (question: string): GenerationRequest => ({ message: question, text: `<|im_start|>user\n${question}<|im_end|>\n<|im_start|>assistant\n`, stop: ['<|im_end|>'], maxTokens: 40 });
const refusedAt = (refused: number | undefined): Pick<ConstraintVerdict, 'refused'> => (refused === undefined ? {} : { refused });

describe('the llama-cpp provider', () => {
  let file: string;
  let folder: string;
  const openModel = (more: { adapter?: string } = {}): Promise<LanguageModel> => createLlamaCppModel({ file, contextTokens: 256, ...more });

  beforeAll(async () => {
    file = await packagedModel();
    folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-llama-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const harness: ModelHarness = {
    open: () => openModel(),
    requests: [asked('How many legs has a dog?'), asked('What is the capital of France?')],
    cutRequest: { ...asked('Tell me a long story.'), maxTokens: 5 },
  };
  it.each(languageModelContract(harness))('$name', ({ check }) => check());

  it('continues the text as it stands and ends at a stop text', async () => {
    const model = await openModel();
    const request = { message: '', text: 'one, two, three, four, five, six, seven, eight,', maxTokens: 12 };
    const whole = await model.generate(request);
    const stop = whole.text.slice(9, 14);
    const stopped = await model.generate({ ...request, stop: [stop] });
    await model.close();
    expect(whole).toMatchObject({ finishReason: 'length', usage: { completionTokens: 12 } });
    expect(stopped).toMatchObject({ text: whole.text.slice(0, whole.text.indexOf(stop)), finishReason: 'stop' });
  });

  it('tells how probable each token was, also where several requests are worked on at the same time, and with drafts', async () => {
    const program = path.join(import.meta.dirname, '../../test/ask-together.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@sqlwright/source', '--disable-warning=ExperimentalWarning', program, file], { env: { ...process.env, NODE_OPTIONS: '' } });
    const { apart, together, drafted }: Record<'apart' | 'together' | 'drafted', GenerationResult[]> = JSON.parse(stdout);
    expect(together).toEqual(apart);
    // Tokens that are read together round otherwise.
    expect(drafted).toEqual(apart.map(({ logProbabilities = [], ...same }) => ({ ...same, logProbabilities: logProbabilities.map((value) => expect.closeTo(value, 1)) })));
    for (const { finishReason, usage, logProbabilities = [] } of apart) {
      expect(logProbabilities).toHaveLength(usage.completionTokens + (finishReason === 'stop' ? 1 : 0));
      expect(Math.max(...logProbabilities)).toBeLessThanOrEqual(1e-6);
      expect(Math.min(...logProbabilities)).toBeGreaterThan(Math.log(0.02));
    }
  });

  it('takes back what a constraint refuses and goes on in another way', async () => {
    const model = await openModel();
    const request = { message: '', text: 'one, two, three, four, five, six,', maxTokens: 12 };
    const free = await model.generate(request);
    const refuse = (pattern: RegExp): TextConstraint => ({ check: (text) => ({ settled: text.length, ...refusedAt(pattern.exec(text)?.index) }) });
    const held = await model.generate({ ...request, constraint: refuse(/eight/) });
    const again = await model.generate(request);
    const hopeless = await model.generate({ ...request, constraint: refuse(/[^ ]/) });
    await model.close();
    expect(free.text).toMatch(/^ seven, eight/);
    expect(held.text).toMatch(/^ seven/);
    expect(held.text).not.toMatch(/eight/);
    expect(held.usage.completionTokens).toBeGreaterThan(1);
    expect(again.text).toBe(free.text);
    expect(hopeless).toMatchObject({ finishReason: 'refused', text: expect.stringMatching(/^ *$/) });
  });

  it('writes the same with drafts, right ones and wrong ones, and up to the same length', async () => {
    const model = await openModel();
    const request = { message: '', text: 'one, two, three, four, five, six,', maxTokens: 24 };
    const free = await model.generate(request);
    let readAhead = 0;
    const draftWith = (guess: (text: string) => string): TextConstraint => ({
      check: (text) => {
        readAhead += guess(text) === '' ? 0 : 1;
        return { settled: text.length, draft: guess(text) };
      },
    });
    const rightly = await model.generate({ ...request, constraint: draftWith((text) => free.text.slice(text.length, text.length + 20)) });
    const halfway = await model.generate({ ...request, constraint: draftWith((text) => (text.endsWith(',') ? `${free.text.slice(text.length, text.length + 8)}, hundred and more` : '')) });
    const wrongly = await model.generate({ ...request, constraint: draftWith(() => ' blue sky') });
    await model.close();
    expect(readAhead).toBeGreaterThan(20);
    expect([rightly, halfway, wrongly]).toEqual([free, free, free]);
  });

  it('does not end where a constraint refuses the end', async () => {
    const model = await openModel();
    const question = asked('How many legs has a dog?');
    const free = await model.generate(question);
    const constraint: TextConstraint = { check: (text, ended) => ({ settled: text.length, ...refusedAt(ended && text === free.text ? text.length : undefined) }) };
    const held = await model.generate({ ...question, constraint, logProbabilities: false });
    await model.close();
    expect(free.finishReason).toBe('stop');
    expect(held.text.startsWith(free.text)).toBe(true);
    expect(held.text.length).toBeGreaterThan(free.text.length);
  });

  it('shows what a constraint calls settled, and nothing more once it took back what was shown', async () => {
    const model = await openModel();
    const request = { message: '', text: 'one, two, three, four, five, six,', maxTokens: 12 };
    const show = async (settled: (text: string) => number): Promise<[string, string]> => {
      const pieces: string[] = [];
      const constraint: TextConstraint = { check: (text) => ({ settled: settled(text), ...refusedAt(text.includes('eight') ? text.indexOf('seven') : undefined) }) };
      const { text } = await model.generate({ ...request, constraint, onText: (piece) => pieces.push(piece) });
      return [pieces.join(''), text];
    };
    const [careful, whole] = await show(() => 0);
    const [rash, same] = await show((text) => text.length);
    await model.close();
    expect(careful).toBe(whole);
    expect(same).toBe(whole);
    expect(whole.startsWith(rash)).toBe(false);
    expect(rash.length).toBeLessThan(whole.length);
  });

  it('asks a message without text through the chat format of the file, its system turn included', async () => {
    const model = await openModel();
    const { text, usage } = await model.generate({ message: 'How many legs has a dog?', maxTokens: 30 });
    await model.close();
    expect(text).toMatch(/four|4/);
    expect(usage.promptTokens).toBe(37);
  });

  it('refuses a request that does not fit the context', async () => {
    const model = await openModel();
    await expect(model.generate({ message: '', text: 'word '.repeat(400), maxTokens: 5 })).rejects.toMatchObject({ code: 'provider.request-too-long' });
    await model.close();
  });

  it('stops in the middle of a reply when it is cancelled', async () => {
    const model = await openModel();
    const signal = AbortSignal.timeout(400);
    await expect(model.generate({ message: '', text: 'A list of numbers: 1, 2, 3, 4,', maxTokens: 220, signal })).rejects.toMatchObject({ code: 'run.cancelled' });
    await model.close();
  });

  it('lays an adapter over the weights', async () => {
    const replies: string[] = [];
    for (const [name, value] of [['none.gguf', 0], ['strong.gguf', 20]] as const) {
      const adapter = path.join(folder, name);
      await writeLoraAdapter(adapter, width, value);
      const model = await openModel({ adapter });
      replies.push((await model.generate(asked('How many legs has a dog?'))).text);
      expect(model.name).toBe(`llama-cpp:${path.basename(file)}+${name}`);
      await model.close();
    }
    expect(replies[0]).toBe('A dog has 4 legs.');
    expect(replies[1]).not.toBe(replies[0]);
  });

  it('lays several adapters over the same weights in memory; closing one model leaves the others', async () => {
    const strong = path.join(folder, 'strong-2.gguf');
    await writeLoraAdapter(strong, width, 20);
    const base = await openLlamaCppBase({ file, contextTokens: 256 });
    const [plain, adapted] = [await base.openModel(), await base.openModel(strong)];
    const ask = async (model: LanguageModel): Promise<string> => (await model.generate(asked('How many legs has a dog?'))).text;
    const together = await Promise.all([ask(plain), ask(adapted)]);
    expect(together[0]).toBe('A dog has 4 legs.');
    expect(together[1]).not.toBe(together[0]);
    await adapted.close();
    expect(await ask(plain)).toBe(together[0]);
    await expect(base.openModel(path.join(folder, 'absent-adapter.gguf'))).rejects.toMatchObject({ code: 'model.invalid' });
    await base.close();
  });

  it('says that a file is damaged, cut short or not there', async () => {
    const [text, cut] = [path.join(folder, 'text.gguf'), path.join(folder, 'cut.gguf')];
    await writeFile(text, 'no model');
    await writeFile(cut, (await readFile(file)).subarray(0, 40_000_000));
    for (const broken of [text, cut, path.join(folder, 'absent.gguf')]) {
      await expect(createLlamaCppModel({ file: broken, contextTokens: 128 })).rejects.toMatchObject({ code: 'model.invalid', message: expect.stringContaining(broken) });
    }
    await expect(openModel({ adapter: text })).rejects.toMatchObject({ code: 'model.invalid' });
  });
});
