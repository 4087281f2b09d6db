import type { TextConstraint } from '@sqlwright/language-model';
import type { DatabaseSchema } from '@sqlwright/schema';
import { lexWords, type Word } from './lex-words.ts';
import { sqlWords } from './sql-words.ts';

/** A name before the dot may be an alias that FROM gives later. */
const longestAlias = 3;
/** So may a bare name be an output column of a query in FROM. */
const longestLater = 2;
/** In their brackets FROM stands before a value. */
const fromTakers = new Set(['extract', 'substring', 'trim', 'overlay', 'position']);

interface Names {
  readonly tables: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
  readonly columnsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Keeps a model from naming tables and columns that the schema does not have: the first letter by which a word leaves every name that could stand there
 * is refused, and the model goes on from there in another way. Names that the statement itself gives (AS, WITH, aliases of tables) are known from
 * there on. A reply that is no statement is left alone. Whether the statement may run is for the guard.
 */
export function createSqlConstraint(schema: DatabaseSchema): TextConstraint {
  const names = namesOf(schema);
  return {
    check: (text, ended) => {
      if (!/^\s*(select|with)\b/i.test(text)) return undefined;
      return firstUnknown(lexWords(text, ended), names);
    },
  };
}

function namesOf({ tables, enums }: DatabaseSchema): Names {
  const parts = tables.flatMap(({ name }) => name.split('.'));
  const columnsOf = new Map(tables.map(({ name, columns }) => [name.split('.').at(-1) ?? name, new Set(columns.map((column) => column.name))]));
  return { tables: new Set(['public', ...parts, ...enums.map(({ name }) => name)]), columns: new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name))), columnsOf };
}

function firstUnknown(words: readonly Word[], names: Names): number | undefined {
  /** By the names that the statement gives: the table that one stands for, if it is one. */
  const given = new Map<string, string | undefined>();
  for (const word of words) {
    if (gives(word, names, given)) {
      given.set(word.text, names.tables.has(word.before) ? word.before : undefined);
      continue;
    }
    const allowed = allowedAt(word, names, given);
    if (allowed !== undefined && !allowed.has(word.text)) return word.start + commonLength(word.text, allowed);
  }
  return undefined;
}

/** `AS name`, `name AS (` of a WITH clause, and the alias after a table or a bracket. */
function gives(word: Word, names: Names, given: ReadonlyMap<string, string | undefined>): boolean {
  if (!word.quoted && sqlWords.has(word.text)) return false;
  if (word.before === 'as' || word.before === 'with' || word.before === 'recursive') return true;
  return (names.tables.has(word.before) || word.before === ')' || given.has(word.before)) && word.after !== '(';
}

/** The names that may stand where the word does; undefined where any may. */
function allowedAt(word: Word, names: Names, given: ReadonlyMap<string, string | undefined>): ReadonlySet<string> | undefined {
  if (word.before === '.') return isLaterName(word, names, given) ? undefined : columnsOf(word, names, given);
  if (word.after === '(' || word.before === '::') return undefined;
  if (!word.quoted && sqlWords.has(word.text)) return undefined;
  if (word.after === '.') return word.text.length <= longestAlias ? undefined : new Set([...names.tables, ...given.keys()]);
  if ((word.before === 'from' || word.before === 'join') && !fromTakers.has(word.within)) return new Set([...names.tables, ...given.keys()]);
  if (word.text.length <= longestLater) return undefined;
  return new Set([...names.columns, ...names.tables, ...given.keys(), ...(word.quoted ? [] : sqlWords)]);
}

/** An output column of a query in FROM, under an alias that is not given yet. */
function isLaterName({ text, qualifier }: Word, names: Names, given: ReadonlyMap<string, string | undefined>): boolean {
  return text.length <= longestLater && !given.has(qualifier) && !names.tables.has(qualifier);
}

/** The columns of the table that the name before the dot stands for, where that is known already; else those of any. */
function columnsOf({ qualifier }: Word, names: Names, given: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const own = names.columnsOf.get(given.get(qualifier) ?? qualifier);
  if (own !== undefined && !(given.has(qualifier) && given.get(qualifier) === undefined)) return own;
  return new Set([...names.columns, ...names.tables, ...given.keys()]);
}

/** How many letters the word has in common with the name that begins most like it. */
function commonLength(text: string, allowed: ReadonlySet<string>): number {
  let longest = 0;
  for (const name of allowed) {
    let length = 0;
    while (length < text.length && text[length] === name[length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
