import { clauseWords, joinWords } from './key-words.ts';
import { readExpressions } from './read-expressions.ts';
import { readSource } from './read-source.ts';
import type { Reading } from './reading.ts';
import { Scope } from './scope.ts';
import { isKeyWord, isName } from './token-cursor.ts';

/** Reads what stands behind FROM: tables, queries in brackets and functions, with commas and joins between them. */
export function readFrom(reading: Reading, scope: Scope): void {
  const { tokens } = reading;
  do {
    readSource(reading, scope);
    while (isKeyWord(tokens.peek(), joinWords) || tokens.isAt('on', 'using')) readJoin(reading, scope);
  } while (tokens.take(','));
  const following = tokens.peek();
  if (following?.kind === 'word' && !isKeyWord(following, clauseWords)) reading.wrongNames.push({ token: following, allowed: [...clauseWords, ...joinWords, 'on', 'using'] });
}

function readJoin(reading: Reading, scope: Scope): void {
  const { tokens } = reading;
  const before = scope.sources.length;
  const isNatural = tokens.take('natural');
  while (tokens.take('inner', 'left', 'right', 'full', 'cross', 'outer'));
  if (tokens.take('join')) readSource(reading, scope);
  if (isNatural) for (const { columns } of scope.sources) for (const column of columns ?? []) scope.merged.add(column);
  if (tokens.take('on')) readExpressions(reading, scope.soFar(), 'join');
  if (tokens.take('using')) readUsing(reading, scope, before);
}

/** Both sides of the join have the columns of USING. */
function readUsing({ tokens, references }: Reading, { withQueries, sources, merged }: Scope, before: number): void {
  if (!tokens.take('(')) return;
  const sides = [sources.slice(0, before), sources.slice(before)].map((side) => new Scope({ parent: undefined, withQueries }, side, merged).soFar());
  do {
    const column = tokens.next();
    if (!isName(column)) break;
    merged.add(column.text);
    references.push(...sides.map((scope) => ({ scope, column })));
  } while (tokens.take(','));
  tokens.leaveBracket();
}
