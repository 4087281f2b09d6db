import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { renderGguf } from '../../test/write-tiny-gguf.ts';
import { readGgufMetadata } from './read-gguf-metadata.ts';

const metadata = {
  'general.architecture': 'llama',
  'tokenizer.ggml.tokens': ['a', 'b', 'ü'],
  'llama.block_count': 1,
  'llama.rope.freq_base': 0.5,
  'tokenizer.ggml.add_bos_token': false,
  'sqlwright.prompt_contract': '{"version":1,"abstention":"I don’t know"}',
};
const whole = renderGguf(metadata, [
  { name: 'token_embd.weight', shape: [64, 8] },
  { name: 'output_norm.weight', shape: [64] },
]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-gguf-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Buffer): Promise<unknown> {
  const file = path.join(folder, 'model.gguf');
  await writeFile(file, bytes);
  return readGgufMetadata(file);
}

function changed(offset: number, bytes: readonly number[]): Buffer {
  const copy = Buffer.from(whole);
  copy.set(bytes, offset);
  return copy;
}

describe('readGgufMetadata', () => {
  it('reads every value that is no array', async () => {
    const { 'tokenizer.ggml.tokens': _tokens, ...scalars } = metadata;
    expect(await read(whole)).toEqual(scalars);
  });

  it('reads on when the header is longer than what was read first', async () => {
    const tokens = Array.from({ length: 200_000 }, (_, index) => `a token of some length ${index}`);
    const long = renderGguf({ 'tokenizer.ggml.tokens': tokens, 'general.name': 'after the vocabulary' }, []);
    expect(long.length).toBeGreaterThan(4 * 2 ** 20);
    expect(await read(long)).toEqual({ 'general.name': 'after the vocabulary' });
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'does not begin with "GGUF"'],
    ['another kind of file', Buffer.from('PK\u0003\u0004 some archive'), 'does not begin with "GGUF"'],
    ['an unknown version', changed(4, [9]), 'version 9'],
    ['a big-endian file', changed(4, [0, 0, 0, 3]), 'version'],
    ['an absurd count of values', changed(16, [255, 255, 255, 255, 255, 255, 255, 255]), 'a size of'],
    ['an absurd count of tensors', changed(8, [0, 0, 0, 0, 1]), 'no GGUF file that can be read'],
    ['an end within the header', whole.subarray(0, 150), 'cut off within its header'],
    ['an end within the tensors', whole.subarray(0, whole.length - 10), 'is cut off: it has'],
  ])('refuses %s', async (_name, bytes, message) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'model.invalid', message: expect.stringContaining(message) });
  });

  it('reads nowhere into a damaged file without an end or another error', async () => {
    for (let offset = 4; offset < 400; offset += 1) {
      const damaged = await read(changed(offset, [0xff])).catch((error: unknown) => error);
      if (damaged instanceof Error) expect(damaged).toMatchObject({ code: 'model.invalid' });
    }
  });

  it('names a file that is not there', async () => {
    await expect(readGgufMetadata(path.join(folder, 'none.gguf'))).rejects.toMatchObject({ code: 'model.invalid', message: expect.stringContaining('none.gguf') });
  });
});
