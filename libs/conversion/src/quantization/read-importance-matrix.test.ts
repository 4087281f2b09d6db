import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writeTinyGguf } from '../../test/write-tiny-gguf.ts';
import { readImportanceMatrix } from './read-importance-matrix.ts';

const name = 'blk.0.attn_q.weight';
const sums = { name: `${name}.in_sum2`, shape: [4, 1], values: [0, 10, 5, 2.5] };
const counts = { name: `${name}.counts`, shape: [1, 1], values: [10] };

let file: string;
beforeEach(async () => {
  file = path.join(await mkdtemp(path.join(os.tmpdir(), 'sqlwright-importance-')), 'matrix.gguf');
});
afterEach(() => rm(path.dirname(file), { recursive: true }));

describe('readImportanceMatrix', () => {
  it('divides the sums of each matrix by the number of tokens', async () => {
    const other = [{ ...sums, name: 'blk.1.ffn_down.weight.in_sum2' }, { ...counts, name: 'blk.1.ffn_down.weight.counts', values: [5] }];
    await writeTinyGguf(file, { 'general.type': 'imatrix' }, [sums, counts, ...other]);
    expect(await readImportanceMatrix(file)).toEqual([
      { name, data: new Float32Array([0, 1, 0.5, 0.25]), size: 4 },
      { name: 'blk.1.ffn_down.weight', data: new Float32Array([0, 2, 1, 0.5]), size: 4 },
    ]);
  });

  it.each([
    ['a model', 'model', [sums, counts], 'its general.type is not imatrix'],
    ['sums without their number of tokens', 'imatrix', [sums], `no number of tokens for ${name}`],
    ['a number of tokens of 0', 'imatrix', [sums, { ...counts, values: [0] }], `no number of tokens for ${name}`],
    ['values of another type', 'imatrix', [{ name: sums.name, shape: [4, 1] }, counts], 'not float32'],
  ])('refuses %s', async (_name, type, tensors, message) => {
    await writeTinyGguf(file, { 'general.type': type }, tensors);
    await expect(readImportanceMatrix(file)).rejects.toMatchObject({ code: 'model.invalid', message: expect.stringContaining(message) });
  });

  it('names a file that is not there', async () => {
    await expect(readImportanceMatrix(file)).rejects.toMatchObject({ code: 'model.invalid', message: expect.stringContaining(file) });
  });
});
