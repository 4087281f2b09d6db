import { quotePart } from '../quote.ts';
import { mapType } from './dialect-types.ts';
import { isSignificant, tokenizeSql, type SqlToken } from './sql-tokens.ts';

/** DDL that PostgreSQL can parse, and for each offset in it the offset in the source it came from. */
export interface MappedDdl {
  readonly sql: string;
  sourceOffset(mappedOffset: number): number;
}

interface Piece {
  readonly text: string;
  readonly offset: number;
}

/**
 * Maps MySQL-style DDL to PostgreSQL: types, back-quoted names, AUTO_INCREMENT, inline ENUM and COMMENT, index lines and table options.
 * PostgreSQL DDL passes through unchanged.
 */
export function mapDialect(source: string): MappedDdl {
  const pieces = splitStatements(tokenizeSql(source)).flatMap(mapStatement);
  const starts: { mapped: number; source: number }[] = [];
  let sql = '';
  for (const piece of pieces) {
    starts.push({ mapped: sql.length, source: piece.offset });
    sql += piece.text;
  }
  return {
    sql,
    sourceOffset: (offset) => {
      const start = starts.findLast(({ mapped }) => mapped <= offset) ?? { mapped: 0, source: 0 };
      return start.source + (offset - start.mapped);
    },
  };
}

function splitStatements(tokens: readonly SqlToken[]): SqlToken[][] {
  const statements: SqlToken[][] = [[]];
  for (const token of tokens) {
    statements.at(-1)?.push(token);
    if (token.text === ';') statements.push([]);
  }
  return statements;
}

function mapStatement(tokens: SqlToken[]): Piece[] {
  const readable = tokens.map(withoutMysqlQuoting);
  const words = readable.filter(isSignificant).slice(0, 5).map((token) => token.text.toLowerCase());
  const isCreateTable = words[0] === 'create' && words.includes('table');
  return isCreateTable && !words.includes('as') ? mapCreateTable(readable) : readable;
}

/** Back-quoted names lose their quotes where they are plain, and `#` comments go: PostgreSQL knows neither. */
function withoutMysqlQuoting(token: SqlToken): SqlToken {
  if (token.kind === 'comment' && token.text.startsWith('#')) return { ...token, text: '' };
  if (token.kind !== 'backtick') return token;
  const name = token.text.slice(1, -1);
  return { ...token, kind: 'quoted', text: quotePart(/^[a-z_][a-z0-9_]*$/i.test(name) ? name.toLowerCase() : name) };
}

function mapCreateTable(tokens: SqlToken[]): Piece[] {
  const open = tokens.findIndex((token) => token.text === '(');
  const close = matchingParenthesis(tokens, open);
  if (open === -1 || close === -1) return tokens;
  const elements = splitElements(tokens.slice(open + 1, close)).map(mapElement).filter((element) => element.length > 0);
  const end = tokens.slice(close).filter((token) => token.text === ')' || token.text === ';');
  return [...tokens.slice(0, open + 1), ...joinElements(elements), ...withTableOptions(tokens.slice(close), end)];
}

/** What follows the closing parenthesis is kept for PostgreSQL (PARTITION BY, WITH, INHERITS) and dropped for MySQL (ENGINE=, CHARSET=, COMMENT=). */
function withTableOptions(rest: SqlToken[], end: SqlToken[]): SqlToken[] {
  const isMysql = rest.some((token) => /^(engine|auto_increment|charset|character|collate|comment|row_format)$/i.test(token.text));
  return isMysql ? [end[0], ...end.filter((token) => token.text === ';')].filter((token) => token !== undefined) : rest;
}

function joinElements(elements: Piece[][]): Piece[] {
  return elements.flatMap((element, index) => (index === 0 ? element : [{ text: ',', offset: element[0]?.offset ?? 0 }, ...element]));
}

function matchingParenthesis(tokens: readonly SqlToken[], open: number): number {
  let depth = 0;
  return tokens.findIndex((token, index) => {
    if (index < open) return false;
    depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    return depth === 0;
  });
}

function splitElements(tokens: readonly SqlToken[]): SqlToken[][] {
  const elements: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    if (token.text === ',' && depth === 0) elements.push([]);
    else elements.at(-1)?.push(token);
  }
  return elements;
}

function mapElement(tokens: SqlToken[]): Piece[] {
  const [first, second] = tokens.filter(isSignificant);
  if (first === undefined || second === undefined) return tokens;
  const word = first.kind === 'word' ? first.text.toLowerCase() : '';
  if (isIndexLine(word, tokens)) return [];
  if (word === 'unique' && /^(key|index)$/i.test(second.text)) return [first, { text: ' ', offset: second.offset }, ...tokens.slice(tokens.findIndex((token) => token.text === '('))];
  if (['constraint', 'primary', 'foreign', 'unique', 'check', 'exclude', 'like'].includes(word)) return tokens;
  return mapColumn(tokens, second);
}

/** `KEY name (columns)` and `INDEX name (columns)`; a column called key or index has a type word there instead. */
function isIndexLine(word: string, tokens: SqlToken[]): boolean {
  if (word === 'fulltext' || word === 'spatial') return true;
  const significant = tokens.filter(isSignificant);
  return (word === 'key' || word === 'index') && (significant[1]?.text === '(' || significant[2]?.text === '(') && significant.at(-1)?.text === ')' && !/^\d/.test(significant.at(-2)?.text ?? '');
}

function mapColumn(tokens: SqlToken[], type: SqlToken): Piece[] {
  const at = tokens.indexOf(type);
  const name = tokens.slice(0, at);
  const parametersEnd = tokens.slice(at + 1).find(isSignificant)?.text === '(' ? matchingParenthesis(tokens, tokens.findIndex((token, index) => index > at && token.text === '(')) : at;
  const parameters = tokens.slice(at + 1, parametersEnd + 1).map((token) => token.text).join('');
  const rest = mapModifiers(tokens.slice(parametersEnd + 1));
  if (/^(enum|set)$/i.test(type.text) && parameters !== '') return [...name, { text: `text CHECK (${columnName(name)} IN ${parameters})`, offset: type.offset }, ...rest];
  const isDoublePrecision = /^double$/i.test(type.text) && /^precision$/i.test(tokens.slice(at + 1).find(isSignificant)?.text ?? '');
  const mapped = isDoublePrecision ? type.text : mapType(type.text, parameters);
  return [...name, { text: mapped, offset: type.offset }, ...rest];
}

function columnName(tokens: readonly SqlToken[]): string {
  return tokens.find(isSignificant)?.text ?? '';
}

/** Modifiers that PostgreSQL has no word for. AUTO_INCREMENT becomes an identity column; the others say nothing about the data. */
const modifierPatterns: readonly (readonly [RegExp, string])[] = [
  [/^auto_increment$/i, 'GENERATED BY DEFAULT AS IDENTITY'],
  [/^(unsigned|zerofill|binary|visible|invisible)$/i, ''],
];

function mapModifiers(tokens: readonly SqlToken[]): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as SqlToken;
    const dropped = droppedLength(tokens.slice(index));
    const mapped = modifierPatterns.find(([pattern]) => token.kind === 'word' && pattern.test(token.text));
    if (dropped > 0) index += dropped - 1;
    else pieces.push(mapped === undefined ? token : { text: mapped[1], offset: token.offset });
  }
  return pieces;
}

/** How many tokens a modifier that goes spans: ON UPDATE CURRENT_TIMESTAMP, CHARACTER SET x, COLLATE x, COMMENT 'x'. */
function droppedLength(tokens: readonly SqlToken[]): number {
  const text = tokens.map((token) => token.text).join('');
  const match = /^(on\s+update\s+(current_timestamp|now)(\s*\(\d*\))?|character\s+set\s+\w+|charset\s+\w+|collate\s+\w+|comment\s+'(?:[^']|'')*')/i.exec(text);
  if (match === null || tokens[0]?.kind !== 'word') return 0;
  let length = 0;
  return tokens.findIndex((token) => (length += token.text.length) >= match[0].length) + 1;
}
