import { scanTokens, type SqlToken } from './syntax-tree.ts';

/** A statement that is nearly another one: what a careless writer would have made of the same question. */
export interface NearMiss {
  /** What was changed, such as `> to >=`. */
  readonly change: string;
  readonly sql: string;
}

const others: Readonly<Record<string, string>> = { '>': '>=', '<': '<=', '>=': '>', '<=': '<', '=': '<>', '<>': '=' };
const setOperations: Readonly<Record<string, string>> = { UNION: 'INTERSECT', INTERSECT: 'UNION', EXCEPT: 'INTERSECT' };
const aggregates: Readonly<Record<string, string>> = { AVG: 'MAX', MAX: 'MIN', MIN: 'MAX', SUM: 'AVG' };

/**
 * The near-misses of a statement, each with one thing changed: a condition dropped, another operator, aggregate, literal, kind of join, order or
 * limit, a test negated, a DISTINCT left out, another set operation.
 * @throws Error for text that is no SQL
 */
export async function nearMisses(sql: string): Promise<NearMiss[]> {
  const tokens = await scanTokens(sql);
  const write = (change: string, replaced: ReadonlyMap<number, string>): NearMiss => ({ change, sql: writeTokens(tokens, replaced) });
  return [...droppedConditions(tokens), ...tokens.flatMap((_, index) => changesAt(tokens, index))].map(([change, replaced]) => write(change, replaced));
}

type Change = readonly [change: string, replaced: ReadonlyMap<number, string>];

function changesAt(tokens: readonly SqlToken[], index: number): Change[] {
  const word = (offset: number): string => tokens[index + offset]?.text.toUpperCase() ?? '';
  const change = (what: string, ...pairs: readonly (readonly [number, string])[]): Change[] => [[what, new Map(pairs.map(([offset, text]) => [index + offset, text]))]];
  const own = word(0);
  if (others[own] !== undefined && !isJoinCondition(tokens, index)) return change(`${own} to ${others[own]}`, [0, others[own]]);
  if (aggregates[own] !== undefined && word(1) === '(') return change(`${own} to ${aggregates[own]}`, [0, aggregates[own]]);
  if (setOperations[own] !== undefined) return change(`${own} to ${setOperations[own]}`, [0, setOperations[own]]);
  if (own === 'DISTINCT') return change('no DISTINCT', [0, '']);
  if (own === 'LEFT' && word(1) === 'JOIN') return change('LEFT JOIN to JOIN', [0, '']);
  if (own === 'JOIN' && word(-1) !== 'LEFT') return change('JOIN to LEFT JOIN', [0, 'LEFT JOIN']);
  if (own === 'IS' || own === 'NOT') return negated(tokens, index);
  if (own === 'DESC') return change('no DESC', [0, '']);
  if (own === 'OR') return change('OR to AND', [0, 'AND']);
  if (/^\d+$/.test(own) && /^(LIMIT|<|>|=|<=|>=|BETWEEN|AND)$/.test(word(-1))) return change('another number', [0, String(Number(own) + 1)]);
  return [];
}

/** A test for NULL or for existence turned round. */
function negated(tokens: readonly SqlToken[], index: number): Change[] {
  const phrase = tokens.slice(index, index + 3).map(({ text }) => text.toUpperCase()).join(' ');
  if (phrase === 'IS NOT NULL') return [['IS NOT NULL to IS NULL', new Map([[index + 1, '']])]];
  if (phrase.startsWith('IS NULL')) return [['IS NULL to IS NOT NULL', new Map([[index + 1, 'NOT NULL']])]];
  return phrase.startsWith('NOT EXISTS') ? [['NOT EXISTS to EXISTS', new Map([[index, '']])]] : [];
}

/** A column of one table equal to one of another: its change gives nonsense, not a near-miss. */
function isJoinCondition(tokens: readonly SqlToken[], index: number): boolean {
  return tokens[index + 2]?.text === '.' && tokens[index - 2]?.text === '.';
}

/** Leaves out one of several conditions, or the whole WHERE of a statement with one; only of the outermost statement. */
function droppedConditions(tokens: readonly SqlToken[]): Change[] {
  const start = outermost(tokens, 0, /^WHERE$/);
  if (start === -1) return [];
  const end = outermost(tokens, start + 1, /^(GROUP|HAVING|ORDER|LIMIT|FETCH|OFFSET|UNION|INTERSECT|EXCEPT)$/, tokens.length);
  const ands = conjunctions(tokens, start + 1, end);
  const starts = [start, ...ands];
  const blank = (from: number, to: number): ReadonlyMap<number, string> => new Map(Array.from({ length: to - from }, (_, offset) => [from + offset, '']));
  return starts.map((from, part) => ['a condition dropped', part === 0 && ands.length > 0 ? blank(from + 1, (ands[0] ?? end) + 1) : blank(from, starts[part + 1] ?? end)]);
}

function outermost(tokens: readonly SqlToken[], from: number, pattern: RegExp, missing = -1): number {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? '';
    depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    if (depth === 0 && pattern.test(text.toUpperCase())) return index;
  }
  return missing;
}

/** The places of AND between conditions, not of that within BETWEEN. */
function conjunctions(tokens: readonly SqlToken[], from: number, to: number): number[] {
  const found: number[] = [];
  let [depth, isBetween] = [0, false];
  for (let index = from; index < to; index += 1) {
    const text = tokens[index]?.text.toUpperCase() ?? '';
    depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    if (depth !== 0) continue;
    if (text === 'BETWEEN') isBetween = true;
    else if (text === 'AND' && isBetween) isBetween = false;
    else if (text === 'AND') found.push(index);
  }
  return found;
}

function writeTokens(tokens: readonly SqlToken[], replaced: ReadonlyMap<number, string>): string {
  return tokens.map(({ text, spaced }, index) => (spaced && index > 0 ? ' ' : '') + (replaced.get(index) ?? text)).join('').replace(/ {2,}/g, ' ').trim();
}
