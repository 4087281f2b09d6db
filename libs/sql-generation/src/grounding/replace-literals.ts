import { quoteLiteral } from '@sqlwright/schema';

/** A string literal to write anew. */
export interface Replacement {
  /** Offset of the literal in UTF-8 bytes, as the parser tells it. */
  readonly location: number;
  readonly written: string;
  readonly taken: string;
}

/**
 * Writes literals anew at their places and leaves all else byte for byte. A literal in another form than `'…'` (E'…', U&'…', $$…$$) stays.
 */
export function replaceLiterals<T extends Replacement>(sql: string, replacements: readonly T[]): { text: string; made: T[] } {
  const bytes = Buffer.from(sql);
  const inOrder = [...replacements].sort((a, b) => a.location - b.location);
  const made: T[] = [];
  let text = '';
  let end = 0;
  for (const replacement of inOrder) {
    const source = quoteLiteral(replacement.written);
    const length = Buffer.byteLength(source);
    const there = bytes.subarray(replacement.location, replacement.location + length).toString();
    if (there !== source || replacement.location < end) continue;
    text += bytes.subarray(end, replacement.location).toString() + quoteLiteral(replacement.taken);
    end = replacement.location + length;
    made.push(replacement);
  }
  return { text: text + bytes.subarray(end).toString(), made };
}
