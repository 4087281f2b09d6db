import { isKeyWord, isName } from './token-cursor.ts';
import type { Token } from './lex-tokens.ts';
import type { Reading } from './reading.ts';
import type { Scope } from './scope.ts';

/** What a reference names, as it is written: `text` is its last part. */
interface WrittenReference {
  readonly qualifier: string;
  readonly text: string;
}

/** Words that make more of the name before them than a name. */
const joiningWords = new Set(['and', 'at', 'between', 'collate', 'ilike', 'in', 'is', 'like', 'not', 'or', 'over', 'similar']);

/**
 * Reads `column`, `table.column` or `schema.table.column` and notes it, unless it is the name of a function.
 * @param isSorting it stands where a name that the list of the SELECT gives may stand alone
 */
export function readReference(reading: Reading, scope: Scope, isSorting: boolean): WrittenReference {
  const before = reading.tokens.last;
  const parts = readParts(reading);
  const names = parts.filter(({ text }) => text !== '.');
  const [column, qualifier] = [names.at(-1), names.at(-2)];
  const following = reading.tokens.ahead(0)?.text;
  const isFunction = qualifier !== undefined && following === '(';
  if (following === '.' || parts.at(-1)?.text === '.') reading.unfinished = parts[0];
  else if (column !== undefined && !isFunction && names.every(({ kind }) => kind !== 'unknown')) {
    const mayBeOutput = isSorting && qualifier === undefined && isItemStart(before) && !isJoined(reading);
    reading.references.push({ scope, column, mayBeOutput, ...(qualifier && { qualifier }) });
  }
  return { qualifier: qualifier?.text ?? '', text: column?.text ?? '' };
}

/** Names and the dots between them. */
function readParts({ tokens }: Reading): Token[] {
  const parts: Token[] = [];
  for (let part = tokens.next(); part !== undefined; part = goesOn(part, tokens.peek()) ? tokens.next() : undefined) parts.push(part);
  return parts;
}

function goesOn(part: Token, next: Token | undefined): boolean {
  return part.text === '.' ? isName(next) || next?.text === '*' : next?.text === '.';
}

function isItemStart(before: Token | undefined): boolean {
  return before !== undefined && ['by', ',', '(', 'all', 'distinct'].includes(before.text);
}

/** Whether the name is a part of something bigger; a word that is still being written may yet become anything. */
function isJoined({ tokens }: Reading): boolean {
  const following = tokens.ahead(0);
  if (following === undefined) return false;
  if (following.kind === 'sign') return ![',', ')', ';'].includes(following.text);
  return tokens.peek() !== undefined && isKeyWord(following, joiningWords);
}
