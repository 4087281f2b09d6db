import { readFile } from 'node:fs/promises';
import { SqlwrightError } from '@sqlwright/errors';
import { parseGgufHeader, type GgufHeader, type GgufTensor } from '../gguf/parse-gguf-header.ts';

/** How much each column of a weight matrix counts. */
export interface TensorImportance {
  /** The matrix's name in the model's GGUF. */
  readonly name: string;
  /** One positive or zero value a column: the mean square of what the column is multiplied with. */
  readonly data: Float32Array;
  /** The number of columns. */
  readonly size: number;
}

const sumsSuffix = '.in_sum2';
const countsSuffix = '.counts';
const float32 = 0;

/**
 * Reads an importance matrix in the GGUF format of llama-imatrix: for each weight matrix the sums of squares and the number of tokens. Models with experts, which
 * have a count for each, are not read.
 * @throws SqlwrightError model.invalid
 */
export async function readImportanceMatrix(file: string): Promise<TensorImportance[]> {
  try {
    const bytes = await readFile(file);
    const header = parseGgufHeader(bytes);
    if (header.metadata['general.type'] !== 'imatrix') throw new Error('its general.type is not imatrix');
    return header.tensors.filter(({ name }) => name.endsWith(sumsSuffix)).map((sums) => readImportance(bytes, header, sums));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SqlwrightError('model.invalid', `The importance matrix ${file} cannot be read: ${reason}`, { cause, hint: 'Make it again: sqlwright quantize' });
  }
}

function readImportance(bytes: Buffer, { tensors }: GgufHeader, sums: GgufTensor): TensorImportance {
  const name = sums.name.slice(0, -sumsSuffix.length);
  const counts = tensors.find((tensor) => tensor.name === `${name}${countsSuffix}`);
  const count = counts?.elements === 1 ? readFloats(bytes, counts)[0]! : 0;
  if (!(count > 0)) throw new Error(`there is no number of tokens for ${name}`);
  const data = readFloats(bytes, sums).map((sum) => sum / count);
  return { name, data, size: data.length };
}

function readFloats(bytes: Buffer, { name, type, offset, elements }: GgufTensor): Float32Array {
  if (type !== float32) throw new Error(`${name} has the type ${type}, not float32`);
  return Float32Array.from({ length: elements }, (_, index) => bytes.readFloatLE(offset + index * 4));
}
