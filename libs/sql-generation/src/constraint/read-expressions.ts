import { clauseWords, joinWords, keyWords, operatorWords, typeWords, valueWords } from './key-words.ts';
import type { Token } from './lex-tokens.ts';
import type { Columns } from './name-catalog.ts';
import { readReference } from './read-reference.ts';
import { skipType } from './skip-type.ts';
import type { Reading } from './reading.ts';
import type { Scope } from './scope.ts';
import { isAny, isKeyWord, isName } from './token-cursor.ts';

/**
 * Where expressions stand. `list`: after SELECT, they name the columns of the result; `sort`: after ORDER BY and GROUP BY, they may be such a name;
 * `sort-bracket`: in a bracket there; `join`: after ON, one alone; `window`: in the bracket of OVER; `rest`: after LIMIT and the like, without columns.
 */
export type Place = 'list' | 'clause' | 'sort' | 'sort-bracket' | 'join' | 'bracket' | 'window' | 'rest';

/** Reads the expressions of one place, with commas between them, up to what cannot be of them. */
export function readExpressions(reading: Reading, scope: Scope, place: Place): void {
  new ExpressionReader(reading, scope, place).read();
}

/** Reads a bracket, if there is one. @returns the columns of the query in it */
export function readBracket(reading: Reading, scope: Scope, place: Place): Columns {
  const { tokens } = reading;
  if (!tokens.take('(')) return new Set();
  const isQuery = tokens.isAt('select', 'with', 'values', 'table');
  const columns = isQuery ? reading.readQuery(reading, { parent: scope, withQueries: scope.withQueries }) : new Set<string>();
  if (!isQuery) readExpressions(reading, scope, place);
  tokens.leaveBracket();
  return columns;
}

/** Steps through expressions without building a tree: what counts is which words are columns, and that shows from what stands before and behind them. */
class ExpressionReader {
  readonly #reading: Reading;
  readonly #scope: Scope;
  readonly #place: Place;
  /** Whether a value comes next, or what may stand behind one. */
  #wantsValue = true;
  /** Of the expression that is being read: the name that it is given, the names in it, and whether it has operators. */
  #given: string | undefined;
  #names: string[] = [];
  #isComputed = false;

  constructor(reading: Reading, scope: Scope, place: Place) {
    this.#reading = reading;
    this.#scope = scope;
    this.#place = place;
  }

  read(): void {
    const { tokens } = this.#reading;
    if (this.#place === 'window') this.#skipWindowName();
    for (let token = tokens.peek(); token !== undefined && !this.#isEnd(token); token = tokens.peek()) {
      if (token.kind === 'sign') this.#readSign(token);
      else if (token.kind === 'text' || token.kind === 'number') this.#pass(false);
      else if (this.#wantsValue) this.#readValue(token);
      else this.#readBehindValue(token);
    }
    this.#endExpression();
  }

  #isEnd(token: Token): boolean {
    if (isAny(token, [')', ']', ';'])) return true;
    if (['bracket', 'sort-bracket', 'window'].includes(this.#place)) return false;
    if (this.#place === 'join' && (isAny(token, [',']) || (isKeyWord(token, joinWords) && !this.#isCall()))) return true;
    return isKeyWord(token, clauseWords);
  }

  #isCall(): boolean {
    return this.#reading.tokens.ahead(1)?.text === '(';
  }

  /** Passes over a token. @param wantsValue whether a value comes next */
  #pass(wantsValue: boolean): void {
    this.#reading.tokens.next();
    this.#wantsValue = wantsValue;
  }

  /** `OVER (w ORDER BY …)` goes on from the window w. */
  #skipWindowName(): void {
    const token = this.#reading.tokens.peek();
    if (isName(token) && !isAny(token, ['partition', 'order', 'rows', 'range', 'groups'])) this.#reading.tokens.next();
  }

  #readSign({ text }: Token): void {
    if (text === '(') return this.#readArguments('');
    if (text === '[') return this.#readSubscript();
    if (text === '*' && this.#wantsValue) return this.#readStar();
    if (text === '::') return this.#readType();
    if (text === '.') return this.#readField();
    if (text === ',') this.#endExpression();
    else this.#isComputed = true;
    this.#pass(true);
  }

  #readArguments(of: string): void {
    const isSort = (this.#place === 'sort' || this.#place === 'sort-bracket') && ['', 'rollup', 'cube', 'sets'].includes(of);
    const columns = readBracket(this.#reading, this.#scope, isSort ? 'sort-bracket' : 'bracket');
    this.#names.push(...(columns ?? []));
    this.#wantsValue = false;
  }

  #readSubscript(): void {
    this.#pass(false);
    readExpressions(this.#reading, this.#scope, 'bracket');
    this.#reading.tokens.take(']');
  }

  #readStar(): void {
    if (this.#place === 'list') this.#scope.stars.push('');
    this.#pass(false);
  }

  /** A name behind a value: the field of a row. */
  #readField(): void {
    this.#pass(false);
    const { tokens } = this.#reading;
    if (tokens.take('*') || !isName(tokens.peek())) return;
    this.#names.push(tokens.next()?.text ?? '');
  }

  #readType(): void {
    this.#pass(false);
    skipType(this.#reading.tokens);
  }

  #readValue(token: Token): void {
    const following = this.#reading.tokens.ahead(1);
    if (isKeyWord(token, valueWords)) return this.#pass(false);
    if (following?.text === '(') return this.#readCall(token);
    if (isKeyWord(token, keyWords) || following?.text === '=>' || this.#place === 'rest') return this.#pass(true);
    if (following?.kind === 'text' && (isKeyWord(token, typeWords) || this.#reading.catalog.enums.has(token.text))) return this.#pass(true);
    if (isAny(token, ['timestamp', 'time']) && following !== undefined && isAny(following, ['with', 'without'])) return skipType(this.#reading.tokens);
    if (this.#place === 'window' && isAny(token, ['unbounded', 'current'])) return this.#pass(false);
    if (this.#place === 'window' && isAny(token, ['partition', 'rows', 'range', 'groups'])) return this.#pass(true);
    this.#readName();
  }

  #readName(): void {
    this.#wantsValue = false;
    const found = readReference(this.#reading, this.#scope, this.#place === 'sort' || this.#place === 'sort-bracket');
    if (found.text === '*' && this.#place === 'list') this.#scope.stars.push(found.qualifier);
    else this.#names.push(found.text);
    if (this.#reading.tokens.ahead(0)?.text === '(') this.#readArguments(found.text);
  }

  #readCall(token: Token): void {
    this.#pass(false);
    if (!isKeyWord(token, keyWords)) this.#names.push(token.text);
    if (token.text === 'extract') return this.#readExtract();
    this.#readArguments(token.text);
  }

  /** The field of `extract(year FROM …)` is no column. */
  #readExtract(): void {
    const { tokens } = this.#reading;
    if (!tokens.take('(')) return;
    tokens.next();
    readExpressions(this.#reading, this.#scope, 'bracket');
    tokens.leaveBracket();
  }

  #readBehindValue(token: Token): void {
    const { tokens } = this.#reading;
    if (tokens.take('as')) return this.#readGivenName();
    if (tokens.take('is')) return this.#readTest();
    if (tokens.take('at')) return this.#readTimeZone();
    if (tokens.take('over')) return this.#readWindow();
    if (tokens.take('collate')) return skipType(tokens);
    if (tokens.take('within')) return void tokens.take('group');
    if (tokens.take('operator')) return this.#readNamedOperator();
    if (isKeyWord(token, operatorWords)) this.#isComputed = true;
    else if (this.#place === 'list' && !isKeyWord(token, keyWords) && !this.#isCall()) this.#given = token.text;
    this.#pass(isKeyWord(token, operatorWords));
  }

  /** `AS name`, and `AS type` in the bracket of CAST. */
  #readGivenName(): void {
    const { tokens } = this.#reading;
    if (this.#place !== 'list') return skipType(tokens);
    this.#given = tokens.next()?.text;
  }

  /** `IS NULL`, `IS NOT DISTINCT FROM …` */
  #readTest(): void {
    const { tokens } = this.#reading;
    this.#isComputed = true;
    tokens.take('not');
    this.#wantsValue = tokens.take('distinct') && tokens.take('from');
    tokens.take('null', 'true', 'false', 'unknown', 'document', 'normalized', 'json');
  }

  /** `AT TIME ZONE …` */
  #readTimeZone(): void {
    const { tokens } = this.#reading;
    this.#wantsValue = tokens.take('time') && tokens.take('zone');
    tokens.take('local');
  }

  #readWindow(): void {
    const { tokens } = this.#reading;
    if (tokens.isAt('(')) readBracket(this.#reading, this.#scope, 'window');
    else tokens.next();
  }

  /** `OPERATOR(pg_catalog.+)` */
  #readNamedOperator(): void {
    const { tokens } = this.#reading;
    if (tokens.take('(')) tokens.leaveBracket();
    this.#wantsValue = true;
  }

  /** Tells the scope the name of a column of the result. One that is computed has none of its own. */
  #endExpression(): void {
    const names = this.#given === undefined && !this.#isComputed ? this.#names : [this.#given];
    if (this.#place === 'list') for (const name of names) if (name !== undefined) this.#scope.outputs.add(name);
    [this.#given, this.#names, this.#isComputed] = [undefined, [], false];
  }
}
