import { GgufCursor, GgufFormatError } from './gguf-cursor.ts';
import { tensorBytes } from './tensor-bytes.ts';

export type GgufMetadata = Record<string, string | number | boolean>;

/** Where a tensor lies in a GGUF file. */
export interface GgufTensor {
  readonly name: string;
  /** Its number in `enum ggml_type`. */
  readonly type: number;
  readonly elements: number;
  /** Bytes before it in the file. */
  readonly offset: number;
}

/** What stands before the tensor data of a GGUF file. */
export interface GgufHeader {
  /** Every value that is no array. */
  readonly metadata: GgufMetadata;
  readonly tensors: readonly GgufTensor[];
  /** Bytes that the file must have for its tensors to be whole. */
  readonly fileBytes: number;
}

const supportedVersions = [2, 3];
const defaultAlignment = 32;
const mostDimensions = 4;

/**
 * Parses the header of a GGUF file (version 2 or 3, little-endian; docs/gguf.md of ggml) from the file's first bytes.
 * @throws GgufFormatError when these are no GGUF, RangeError when they end before the header does
 */
export function parseGgufHeader(bytes: Buffer): GgufHeader {
  if (bytes.toString('latin1', 0, 4) !== 'GGUF') throw new GgufFormatError('it does not begin with "GGUF"');
  const cursor = new GgufCursor(bytes);
  cursor.uint32();
  const version = cursor.uint32();
  if (!supportedVersions.includes(version)) throw new GgufFormatError(`version ${version}`);
  const tensorCount = cursor.size();
  const metadata = readPairs(cursor, cursor.size());
  const described = readTensors(cursor, tensorCount);
  const dataStart = alignUp(cursor.offset, metadata['general.alignment']);
  const tensors = described.map((tensor) => ({ ...tensor, offset: dataStart + tensor.offset }));
  const fileBytes = tensors.reduce((end, { type, elements, offset }) => Math.max(end, offset + tensorBytes(type, elements)), dataStart);
  return { metadata, tensors, fileBytes };
}

function readPairs(cursor: GgufCursor, count: number): GgufMetadata {
  const pairs: [string, string | number | boolean][] = [];
  for (let index = 0; index < count; index += 1) {
    const key = cursor.string();
    const value = cursor.value(cursor.uint32());
    if (value !== undefined) pairs.push([key, value]);
  }
  return Object.fromEntries(pairs);
}

/** The descriptions of the tensors, their offsets counted from the begin of the tensor data. */
function readTensors(cursor: GgufCursor, count: number): GgufTensor[] {
  const tensors: GgufTensor[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = cursor.string();
    const elements = readElements(cursor);
    tensors.push({ name, elements, type: cursor.uint32(), offset: cursor.size() });
  }
  return tensors;
}

function readElements(cursor: GgufCursor): number {
  const dimensions = cursor.uint32();
  if (dimensions > mostDimensions) throw new GgufFormatError(`a tensor of ${dimensions} dimensions`);
  let elements = 1;
  for (let index = 0; index < dimensions; index += 1) elements *= cursor.size();
  return elements;
}

function alignUp(offset: number, alignment: GgufMetadata[string] | undefined): number {
  const step = typeof alignment === 'number' && alignment > 0 ? alignment : defaultAlignment;
  return Math.ceil(offset / step) * step;
}
