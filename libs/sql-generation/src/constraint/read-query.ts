import { readColumnNames, renameColumns, type Alias } from './read-alias.ts';
import { readBracket, readExpressions } from './read-expressions.ts';
import { readFrom } from './read-from.ts';
import type { Columns } from './name-catalog.ts';
import type { Reading } from './reading.ts';
import { Scope, type Surroundings } from './scope.ts';

/**
 * Reads a query: WITH, one or more SELECTs, VALUES or TABLEs, and what sorts and cuts their rows.
 * @param itself the name by which a recursive query reads itself, behind its first SELECT
 * @returns the columns of its result
 */
export function readQuery(reading: Reading, surroundings: Surroundings, itself?: WithName): Columns {
  const { tokens } = reading;
  const inner = { parent: surroundings.parent, withQueries: new Map(surroundings.withQueries) };
  if (tokens.take('with')) readWith(reading, inner);
  const first = readArm(reading, inner);
  if (itself !== undefined) inner.withQueries.set(itself.name, columnsUnder(itself, first.columns));
  let sorted = first.scope;
  while (tokens.take('union', 'intersect', 'except')) {
    tokens.take('all', 'distinct');
    readArm(reading, inner);
    sorted = undefined;
  }
  readTail(reading, sorted ?? resultScope(reading, inner, first.columns));
  return first.columns;
}

/** What ORDER BY knows behind several SELECTs: the columns of their result. */
function resultScope({ tokens }: Reading, surroundings: Surroundings, columns: Columns): Scope {
  const scope = new Scope(surroundings, [{ name: '', columns }]);
  scope.fromEnd = tokens.peek()?.start;
  return scope;
}

/** The name that WITH gives to a query, and the names for its columns. */
interface WithName {
  readonly name: string;
  readonly renamed: Alias | undefined;
}

/** `WITH name (column, …) AS (query), …` */
function readWith(reading: Reading, surroundings: Surroundings & { withQueries: Map<string, Columns> }): void {
  const { tokens } = reading;
  const isRecursive = tokens.take('recursive');
  do {
    const token = tokens.next();
    const renamed = tokens.take('(') ? readColumnNames(tokens, token) : undefined;
    if (token === undefined || !tokens.take('as')) return;
    while (tokens.take('not', 'materialized'));
    if (!tokens.take('(')) return;
    const named = { name: token.text, renamed };
    const columns = readQuery(reading, surroundings, isRecursive ? named : undefined);
    tokens.leaveBracket();
    surroundings.withQueries.set(token.text, columnsUnder(named, columns));
  } while (tokens.take(','));
}

function columnsUnder({ renamed }: WithName, columns: Columns): Columns {
  return renamed === undefined ? columns : renameColumns(columns, renamed);
}

interface Arm {
  readonly columns: Columns;
  /** Of a plain SELECT. */
  readonly scope?: Scope;
}

function readArm(reading: Reading, surroundings: Surroundings): Arm {
  const { tokens } = reading;
  if (tokens.take('(')) {
    const columns = readQuery(reading, surroundings);
    tokens.leaveBracket();
    return { columns };
  }
  const scope = new Scope(surroundings);
  if (tokens.take('select')) return readSelect(reading, scope);
  if (tokens.take('table')) return readTable(reading, scope);
  if (tokens.take('values')) readExpressions(reading, scope.soFar(), 'clause');
  return { columns: valueColumns };
}

/** The columns of VALUES, more of them than a statement has. */
const valueColumns = new Set(Array.from({ length: 40 }, (_, index) => `column${index + 1}`));

/** `TABLE name` is `SELECT * FROM name`. */
function readTable(reading: Reading, scope: Scope): Arm {
  scope.stars.push('');
  readFrom(reading, scope);
  return { columns: scope.columns };
}

function readSelect(reading: Reading, scope: Scope): Arm {
  const { tokens } = reading;
  tokens.take('all');
  if (tokens.take('distinct') && tokens.take('on')) readBracket(reading, scope, 'sort-bracket');
  readExpressions(reading, scope, 'list');
  scope.listEnd = tokens.peek()?.start;
  if (tokens.take('from')) readFrom(reading, scope);
  scope.fromEnd = tokens.peek()?.start ?? tokens.end;
  if (tokens.take('where')) readExpressions(reading, scope, 'clause');
  scope.filterEnd = tokens.peek()?.start;
  if (tokens.take('group') && tokens.take('by')) readExpressions(reading, scope, 'sort');
  if (tokens.take('having')) readExpressions(reading, scope, 'clause');
  if (tokens.take('window')) readWindows(reading, scope);
  return { columns: scope.columns, scope };
}

/** `WINDOW name AS (…), …` */
function readWindows(reading: Reading, scope: Scope): void {
  const { tokens } = reading;
  do {
    tokens.next();
    tokens.take('as');
    readBracket(reading, scope, 'window');
  } while (tokens.take(','));
}

/** ORDER BY, LIMIT and the like. */
function readTail(reading: Reading, scope: Scope): void {
  const { tokens } = reading;
  for (let hasMore = true; hasMore; ) {
    hasMore = tokens.isAt('order', 'limit', 'offset', 'fetch', 'for');
    if (tokens.take('order') && tokens.take('by')) readExpressions(reading, scope, 'sort');
    if (tokens.take('limit', 'offset', 'fetch', 'for')) readExpressions(reading, scope, 'rest');
  }
}
