import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '@sqlwright/child-process';
import { ensurePythonEnvironment, type PythonEnvironment } from '@sqlwright/python-environment';
import { prepareBaseModel, type BaseModel } from './index.ts';

const cacheFolder = path.resolve(import.meta.dirname, '../../../.cache');

describe('the packaged model', () => {
  let environment: PythonEnvironment;
  let model: BaseModel;
  beforeAll(async () => {
    environment = await ensurePythonEnvironment({ cacheFolder });
    model = await prepareBaseModel({ source: 'packaged' }, { cacheFolder, environment, environmentVariables: {} });
  });

  const readModelJson = async (name: string): Promise<unknown> => JSON.parse(await readFile(path.join(model.huggingFaceFolder, name), 'utf8'));

  async function python(source: string): Promise<unknown> {
    const record = await runProgram({ command: environment.python, args: ['-c', source, model.litgptFolder], env: environment.variables });
    return JSON.parse(record.tail.at(-1) ?? '');
  }

  it('has the tokens of its GGUF: digits one by one, chat marks whole, and every text comes back', async () => {
    const text = "<|im_start|>user\nWho joined after 2021-05-17? naïve “quotes”<|im_end|>\n";
    const [ids, whole, decoded, digits] = (await python(
      `import sys, json; from litgpt.tokenizer import Tokenizer; t = Tokenizer(sys.argv[1]); text = ${JSON.stringify(text)}; ids = t.processor.encode(text).ids; print(json.dumps([t.encode(text).tolist(), ids, t.processor.decode(ids, skip_special_tokens=False), t.processor.encode("2021").tokens]))`,
    )) as [number[], number[], string, string[]];
    expect(ids[0]).toBe(1);
    expect(ids).toEqual(whole);
    expect(decoded).toBe(text);
    expect(digits).toEqual(['2', '0', '2', '1']);
  });

  it('ends a reply with <|im_end|> and adds no start of its own', async () => {
    expect(await readModelJson('tokenizer_config.json')).toMatchObject({ eos_token: '<|im_end|>', add_bos_token: false, chat_template: expect.stringContaining('<|im_start|>') as string });
    expect(await readModelJson('generation_config.json')).toEqual({ bos_token_id: 1, eos_token_id: 2, pad_token_id: 2 });
  });

  it('has the shape that its configuration says, one matrix for embedding and head', async () => {
    expect(await readModelJson('config.json')).toMatchObject({ architectures: ['LlamaForCausalLM'], hidden_size: 576, num_hidden_layers: 30, num_key_value_heads: 3, rope_theta: 100_000, tie_word_embeddings: true });
    const [count, tied] = (await python(
      'import sys, json, torch; w = torch.load(sys.argv[1] + "/lit_model.pth", mmap=True); print(json.dumps([sum("attn.qkv" in n for n in w), bool(torch.equal(w["lm_head.weight"], w["transformer.wte.weight"]))]))',
    )) as [number, boolean];
    expect([count, tied]).toEqual([30, true]);
  });
});
