/** Where an offset lies, counted from 1. */
export function sourcePosition(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, Math.max(0, offset));
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The parse tree counts bytes of UTF-8, JavaScript UTF-16 units. */
export function offsetOfByte(source: string, byte: number): number {
  return Buffer.from(source).subarray(0, byte).toString().length;
}
