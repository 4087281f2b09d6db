import { keyWords } from './key-words.ts';
import type { Token } from './lex-tokens.ts';
import type { Columns } from './name-catalog.ts';
import { isKeyWord, isName, type TokenCursor } from './token-cursor.ts';

/** What stands behind a table, query or function in FROM: `AS name (column, …)`. */
export interface Alias {
  readonly name: Token | undefined;
  /** New names of the first columns. */
  readonly columns: readonly string[];
}

/** @returns undefined where more of the text is needed to know */
export function readAlias(tokens: TokenCursor): Alias | undefined {
  if (tokens.take('tablesample')) for (tokens.next(); tokens.take('(') || tokens.take('repeatable'); ) if (tokens.last?.text === '(') tokens.leaveBracket();
  const isSaid = tokens.take('as');
  const token = tokens.peek();
  if (token === undefined && tokens.end === undefined && (isSaid || tokens.ahead(0)?.kind !== 'sign')) return undefined;
  const name = isName(token) && (isSaid || !isKeyWord(token, keyWords)) ? tokens.next() : undefined;
  if (tokens.ahead(0)?.text !== '(' || (name === undefined && !isSaid)) return { name, columns: [] };
  return tokens.take('(') ? readColumnNames(tokens, name) : undefined;
}

/** `(day, n)`, or with types `(day date, n int)` */
export function readColumnNames(tokens: TokenCursor, name: Token | undefined): Alias | undefined {
  const columns: string[] = [];
  for (let token = tokens.next(); token !== undefined && token.text !== ')'; token = tokens.next()) {
    columns.push(token.text);
    while (!tokens.isAt(',', ')') && tokens.peek() !== undefined) if (tokens.next()?.text === '(') tokens.leaveBracket();
    tokens.take(',');
  }
  return tokens.last?.text === ')' || tokens.end !== undefined ? { name, columns } : undefined;
}

/** The columns of a source with the new names that an alias gives to the first of them. */
export function renameColumns(columns: Columns, { columns: renamed }: Alias): Columns {
  return columns === undefined ? undefined : new Set([...renamed, ...[...columns].slice(renamed.length)]);
}
