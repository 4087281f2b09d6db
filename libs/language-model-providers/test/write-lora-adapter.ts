import { writeFile } from 'node:fs/promises';

const alignment = 32;
const types = { float32: 6, string: 8 } as const;

/** Writes a LoRA adapter of rank 1 over the first query weight of a model of `width`, every number in it being `value`. */
export async function writeLoraAdapter(file: string, width: number, value: number): Promise<void> {
  const tensor = Buffer.from(new Float32Array(width).fill(value).buffer);
  const header = Buffer.concat([
    Buffer.from('GGUF'),
    unsigned32(3),
    unsigned64(2),
    unsigned64(4),
    textEntry('general.type', 'adapter'),
    textEntry('general.architecture', 'llama'),
    textEntry('adapter.type', 'lora'),
    Buffer.concat([text('adapter.lora.alpha'), unsigned32(types.float32), float32(1)]),
    tensorInfo('blk.0.attn_q.weight.lora_a', [width, 1], 0),
    tensorInfo('blk.0.attn_q.weight.lora_b', [1, width], padded(tensor.length)),
  ]);
  await writeFile(file, Buffer.concat([pad(header), pad(tensor), pad(tensor)]));
}

function textEntry(key: string, value: string): Buffer {
  return Buffer.concat([text(key), unsigned32(types.string), text(value)]);
}

function tensorInfo(name: string, dimensions: readonly number[], offset: number): Buffer {
  return Buffer.concat([text(name), unsigned32(dimensions.length), ...dimensions.map(unsigned64), unsigned32(0), unsigned64(offset)]);
}

function text(value: string): Buffer {
  return Buffer.concat([unsigned64(Buffer.byteLength(value)), Buffer.from(value)]);
}

function unsigned32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function unsigned64(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}

function float32(value: number): Buffer {
  return Buffer.from(new Float32Array([value]).buffer);
}

function padded(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}

function pad(buffer: Buffer): Buffer {
  return Buffer.concat([buffer, Buffer.alloc(padded(buffer.length) - buffer.length)]);
}
