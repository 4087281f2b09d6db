import { functionColumns } from '@sqlwright/schema';
import { keyWords } from './key-words.ts';
import type { Token } from './lex-tokens.ts';
import { readAlias, renameColumns } from './read-alias.ts';
import { readBracket } from './read-expressions.ts';
import { readFrom } from './read-from.ts';
import type { Reading } from './reading.ts';
import type { Scope, Source } from './scope.ts';
import { isKeyWord, isName } from './token-cursor.ts';

/** Reads one entry of FROM and adds it to the scope, as soon as its name there is sure. */
export function readSource(reading: Reading, scope: Scope): void {
  const { tokens } = reading;
  const isLateral = tokens.take('lateral');
  tokens.take('only');
  if (tokens.take('(')) return startsQuery(reading) ? readSubquery(reading, scope, isLateral) : readJoinBracket(reading, scope);
  const first = tokens.peek();
  if (isName(first) && !isKeyWord(first, keyWords)) readNamed(reading, scope);
}

function startsQuery({ tokens }: Reading): boolean {
  let depth = 0;
  while (tokens.ahead(depth)?.text === '(') depth += 1;
  return ['select', 'with', 'values', 'table'].includes(tokens.ahead(depth)?.text ?? '');
}

function readSubquery(reading: Reading, scope: Scope, isLateral: boolean): void {
  const { tokens } = reading;
  const columns = reading.readQuery(reading, { parent: isLateral ? scope.soFar() : scope.parent, withQueries: scope.withQueries });
  const isOther = tokens.leaveBracket();
  addSource(reading, scope, { name: '', columns: isOther ? undefined : columns });
}

/** `(a JOIN b ON …)`; under an alias its tables lose their names. */
function readJoinBracket(reading: Reading, scope: Scope): void {
  readFrom(reading, scope);
  reading.tokens.leaveBracket();
  const alias = readAlias(reading.tokens);
  if (alias?.name !== undefined) scope.sources.push({ name: alias.name.text, columns: undefined });
}

function addSource(reading: Reading, scope: Scope, source: Source): void {
  const alias = readAlias(reading.tokens);
  if (alias === undefined) return;
  const name = alias.name?.text ?? source.name;
  // A table that is read twice needs another name the second time.
  const token = alias.name ?? source.table;
  if (token !== undefined && scope.sources.some((other) => other.name === name)) reading.wrongNames.push({ token, allowed: alias.name === undefined ? otherTables(reading, scope) : [] });
  scope.sources.push({ ...source, name, columns: renameColumns(source.columns, alias) });
}

function otherTables({ catalog }: Reading, { sources }: Scope): string[] {
  return [...catalog.tables.keys()].filter((table) => sources.every(({ name }) => name !== table));
}

/** A table, a query of WITH, or a function. */
function readNamed(reading: Reading, scope: Scope): void {
  const { tokens } = reading;
  const first = tokens.next();
  const second = tokens.take('.') ? tokens.next() : undefined;
  if (first === undefined || tokens.last?.text === '.' || tokens.ahead(0)?.text === '.') return;
  const isCall = tokens.ahead(0)?.text === '(' || (first.text === 'rows' && tokens.take('from'));
  if (isCall) return readFunction(reading, scope, (second ?? first).text);
  addSource(reading, scope, { name: (second ?? first).text, ...findTable(reading, scope, first, second) });
}

function findTable(reading: Reading, scope: Scope, first: Token, second: Token | undefined): Pick<Source, 'columns' | 'table'> {
  const table = second ?? first;
  if (second === undefined && scope.withQueries.has(table.text)) return { columns: scope.withQueries.get(table.text) };
  const columns = reading.catalog.tables.get(second === undefined || first.text === 'public' ? table.text : `${first.text}.${table.text}`);
  if (columns !== undefined) return { columns, table };
  if (first.kind !== 'unknown') noteUnknown(reading, scope, first, second);
  return { columns };
}

function noteUnknown({ catalog: { tables, schemas }, wrongNames }: Reading, { withQueries }: Scope, first: Token, second: Token | undefined): void {
  const names = [...tables.keys()];
  const plain = names.filter((name) => !name.includes('.'));
  if (second === undefined || !schemas.has(first.text)) return void wrongNames.push({ token: first, allowed: [...plain, ...schemas, ...withQueries.keys()] });
  const inSchema = names.flatMap((name) => (name.startsWith(`${first.text}.`) ? [name.slice(first.text.length + 1)] : []));
  wrongNames.push({ token: second, allowed: first.text === 'public' ? plain : inSchema });
}

/** A function's column has the name that the function has in FROM. */
function readFunction(reading: Reading, scope: Scope, called: string): void {
  const { tokens } = reading;
  readBracket(reading, scope.soFar(), 'bracket');
  const isNumbered = tokens.take('with');
  if (isNumbered && !tokens.take('ordinality')) return;
  const alias = readAlias(tokens);
  if (alias === undefined) return;
  const name = alias.name?.text ?? called;
  const columns = renameColumns(new Set([...(functionColumns[called] ?? [name]), ...(isNumbered ? ['ordinality'] : [])]), alias);
  // The name means the row, which may be a plain value.
  scope.sources.push({ name, columns: new Set([...(columns ?? []), name]) });
}
