const scalarBytes = new Map([[0, 1], [1, 1], [2, 2], [3, 2], [4, 4], [5, 4], [6, 4], [7, 1], [10, 8], [11, 8], [12, 8]]);
const stringType = 8;
const arrayType = 9;

/** A byte that no GGUF can have at its place; reading past the end of the bytes is a RangeError instead. */
export class GgufFormatError extends Error {}

/** Reads the little-endian values of a GGUF header one after the other. */
export class GgufCursor {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get offset(): number {
    return this.#offset;
  }

  uint32(): number {
    return this.#bytes.readUInt32LE(this.#advance(4));
  }

  /** A 64-bit count, length or offset. */
  size(): number {
    const value = Number(this.#bytes.readBigUInt64LE(this.#advance(8)));
    if (!Number.isSafeInteger(value)) throw new GgufFormatError(`a size of ${value}`);
    return value;
  }

  string(): string {
    const length = this.size();
    const start = this.#advance(length);
    if (this.#offset > this.#bytes.length) throw new RangeError('a text past the end');
    return this.#bytes.toString('utf8', start, start + length);
  }

  /** A metadata value of the given type number; undefined for an array, which is passed over. */
  value(type: number): string | number | boolean | undefined {
    if (type === stringType) return this.string();
    if (type === arrayType) return this.#skipArray();
    return this.#scalar(type);
  }

  #scalar(type: number): number | boolean {
    const start = this.#advance(bytesOf(type));
    const bytes = this.#bytes;
    switch (type) {
      case 0: return bytes.readUInt8(start);
      case 1: return bytes.readInt8(start);
      case 2: return bytes.readUInt16LE(start);
      case 3: return bytes.readInt16LE(start);
      case 4: return bytes.readUInt32LE(start);
      case 5: return bytes.readInt32LE(start);
      case 6: return bytes.readFloatLE(start);
      case 7: return bytes.readUInt8(start) !== 0;
      case 10: return Number(bytes.readBigUInt64LE(start));
      case 11: return Number(bytes.readBigInt64LE(start));
      default: return bytes.readDoubleLE(start);
    }
  }

  #skipArray(): undefined {
    const type = this.uint32();
    const count = this.size();
    if (type !== stringType && type !== arrayType) {
      this.#advance(count * bytesOf(type));
      return;
    }
    for (let index = 0; index < count; index += 1) this.value(type);
  }

  /** Moves on and tells where it was. */
  #advance(bytes: number): number {
    const start = this.#offset;
    this.#offset += bytes;
    return start;
  }
}

function bytesOf(type: number): number {
  const bytes = scalarBytes.get(type);
  if (bytes === undefined) throw new GgufFormatError(`a value of the unknown type ${type}`);
  return bytes;
}
