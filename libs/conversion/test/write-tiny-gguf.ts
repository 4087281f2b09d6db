import { writeFile } from 'node:fs/promises';

type Value = string | number | boolean | readonly string[];

interface Tensor {
  readonly name: string;
  /** Innermost first. */
  readonly shape: readonly number[];
  /** Written as float32; without them made-up values are written as f16. */
  readonly values?: readonly number[];
}

const alignment = 32;
const [f32, f16] = [0, 1];
const types = { uint32: 4, float32: 6, bool: 7, string: 8, array: 9 };

/** Writes a GGUF file of version 3: whole numbers as uint32, others as float32; tensors with their values, or as f16 with small made-up ones. */
export async function writeTinyGguf(file: string, metadata: Readonly<Record<string, Value>>, tensors: readonly Tensor[]): Promise<void> {
  await writeFile(file, renderGguf(metadata, tensors));
}

/** The bytes that `writeTinyGguf` writes. */
export function renderGguf(metadata: Readonly<Record<string, Value>>, tensors: readonly Tensor[]): Buffer {
  const pairs = Object.entries(metadata).flatMap(([key, value]) => [text(key), ...typed(value)]);
  const infos: Buffer[] = [];
  const data: Buffer[] = [];
  let offset = 0;
  for (const { name, shape, values } of tensors) {
    const bytes = pad(values === undefined ? halves(shape.reduce((product, size) => product * size, 1)) : Buffer.concat(values.map(float32)));
    infos.push(text(name), uint32(shape.length), ...shape.map(uint64), uint32(values === undefined ? f16 : f32), uint64(offset));
    data.push(bytes);
    offset += bytes.length;
  }
  const head = [Buffer.from('GGUF'), uint32(3), uint64(tensors.length), uint64(Object.keys(metadata).length)];
  return Buffer.concat([pad(Buffer.concat([...head, ...pairs, ...infos])), ...data]);
}

function typed(value: Value): Buffer[] {
  if (typeof value === 'string') return [uint32(types.string), text(value)];
  if (typeof value === 'boolean') return [uint32(types.bool), Buffer.from([Number(value)])];
  if (typeof value === 'object') return [uint32(types.array), uint32(types.string), uint64(value.length), ...value.map(text)];
  return Number.isInteger(value) ? [uint32(types.uint32), uint32(value)] : [uint32(types.float32), float32(value)];
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint64(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function float32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

/** Half-precision numbers between 1 and 2 in size, of either sign. */
function halves(count: number): Buffer {
  const bytes = Buffer.alloc(count * 2);
  for (let index = 0; index < count; index += 1) bytes.writeUInt16LE(0x3c00 | ((index * 97) & 0x3ff) | ((index % 3 === 0 ? 1 : 0) << 15), index * 2);
  return bytes;
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((alignment - (bytes.length % alignment)) % alignment)]);
}
