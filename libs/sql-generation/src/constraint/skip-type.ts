import { isName, type TokenCursor } from './token-cursor.ts';

/** Passes over the name of a type or a collation: `numeric(10, 2)`, `double precision`, `timestamp with time zone`. */
export function skipType(tokens: TokenCursor): void {
  if (!isName(tokens.peek())) return;
  tokens.next();
  while (tokens.take('.')) tokens.next();
  const hasZone = ['with', 'without'].includes(tokens.ahead(0)?.text ?? '') && tokens.ahead(1)?.text === 'time';
  if (hasZone) for (const word of ['with', 'without', 'time', 'zone']) tokens.take(word);
  tokens.take('precision', 'varying');
  if (tokens.take('(')) tokens.leaveBracket();
}
